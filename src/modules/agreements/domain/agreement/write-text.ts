import type { Section, Sentence } from './agreement.ts';

/** A part’s heading is a line that begins with this. */
const heading = /^#+\s*/;

/** What an officer writes: a heading on a line of its own after a #, and under it sentences. */
export const textOf = (sections: readonly Section[]): string =>
  sections
    .map(({ title, sentences }) => [`# ${title}`, ...sentences.map(({ text }) => text)].join('\n'))
    .join('\n\n');

/**
 * Reads such a text into parts and sentences. Each sentence that the version before had keeps its key, the reworded ones too: of
 * what is left, the two that share most words belong together. Keys once used are not used for anything else.
 */
export function sectionsFrom(text: string, before: readonly (readonly Section[])[] = []): readonly Section[] {
  const written = partsOf(text);
  const keys = freshKeys(before.flat());
  const last = before.at(-1) ?? [];
  const sentenceKeys = keysFor(
    written.flatMap(({ sentences }) => sentences),
    last.flatMap(({ sentences }) => sentences),
  );
  const sectionsLeft = [...last];
  let place = 0;
  return written.map(({ title, sentences }) => {
    const same = sectionsLeft.findIndex((section) => section.title === title);
    const [found] = same < 0 ? [] : sectionsLeft.splice(same, 1);
    return {
      key: found?.key ?? keys.section(),
      title,
      sentences: sentences.map((words): Sentence => {
        const kept = sentenceKeys[place];
        place += 1;
        return { key: kept?.key ?? keys.sentence(), text: words, cites: kept?.cites ?? '' };
      }),
    };
  });
}

type Written = { title: string; sentences: string[] };

function partsOf(text: string): readonly Written[] {
  const parts: Written[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const last = parts.at(-1);
    if (heading.test(line))
      parts.push({ title: line.replace(heading, '').trim() || 'Untitled', sentences: [] });
    else if (last === undefined) parts.push({ title: 'What is agreed', sentences: [...sentencesOf(line)] });
    else last.sentences.push(...sentencesOf(line));
  }
  return parts.filter(({ sentences }) => sentences.length > 0);
}

/** Each ends with its mark, or with its line. */
const sentencesOf = (line: string): readonly string[] =>
  line
    .split(/(?<=[.?!][)”"’]?)\s+(?=\S)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** For each sentence written, the one of the version before that it is: the same words first, then the nearest wording. */
function keysFor(written: readonly string[], before: readonly Sentence[]): readonly (Sentence | undefined)[] {
  const left = [...before];
  const found: (Sentence | undefined)[] = written.map((text) => {
    const same = left.findIndex((sentence) => sentence.text === text);
    return same < 0 ? undefined : left.splice(same, 1)[0];
  });
  const open = written.flatMap((text, index) => (found[index] === undefined ? [{ text, index }] : []));
  const pairs = open
    .flatMap(({ text, index }) =>
      left.map((sentence) => ({ index, sentence, share: shared(text, sentence.text) })),
    )
    .filter(({ share }) => share >= nearEnough)
    .toSorted((a, b) => b.share - a.share);
  const used = new Set<Sentence>();
  for (const { index, sentence } of pairs) {
    if (found[index] !== undefined || used.has(sentence)) continue;
    found[index] = sentence;
    used.add(sentence);
  }
  return found;
}

/** Sentences that share at least half their words count as one, reworded. */
const nearEnough = 0.5;

function shared(one: string, other: string): number {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(1, a.size, b.size);
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

function freshKeys(sections: readonly Section[]) {
  const counterOf = (letter: string, used: readonly string[]) => {
    let last = Math.max(
      0,
      ...used.map((key) => (key.startsWith(letter) ? Number(key.slice(1)) : 0)).filter(Number.isInteger),
    );
    return () => {
      last += 1;
      return `${letter}${last}`;
    };
  };
  return {
    section: counterOf(
      'p',
      sections.map(({ key }) => key),
    ),
    sentence: counterOf(
      's',
      sections.flatMap(({ sentences }) => sentences.map(({ key }) => key)),
    ),
  };
}
