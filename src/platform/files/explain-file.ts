import { never } from '#platform/kernel';
import type { FileRefusal } from './judge/judge-file.ts';

/** The sentence for a file that is not taken: what it is, what it says it is, and what to do. */
export function explainFile(filename: string, refusal: FileRefusal): string {
  switch (refusal.why) {
    case 'empty':
      return `“${filename}” is empty. Choose the file again`;
    case 'not-taken':
      return `“${filename}” is ${refusal.content}. ${refusal.remedy}, and add that`;
    case 'lies':
      return refusal.claim === 'name'
        ? `“${filename}” is ${refusal.content}, but its name ends as ${refusal.named}. Give it the name of what it is, or choose another file`
        : `“${filename}” is ${refusal.content}, but was sent as ${refusal.named}. Choose the file again, or save it anew`;
    default:
      return never(refusal);
  }
}
