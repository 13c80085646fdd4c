import { Bullets } from '#platform/ui';

/** A text that was kept line by line, such as grounds: one line as it is, several as a list. */
export const Lines = ({ text }: Readonly<{ text: string }>) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length < 2 ? <p class="govuk-body">{lines[0] ?? ''}</p> : <Bullets items={lines} />;
};
