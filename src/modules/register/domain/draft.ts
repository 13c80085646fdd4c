import { ok, refuse, type Result } from '#platform/kernel';
import { isRuleKey, type RuleKey } from './rule-catalogue/index.ts';

/** What a draft changes: the body's details, or one of its rules. A body has at most one draft of each. */
export type DraftAbout = 'details' | `rule:${RuleKey}`;

/** Answers an officer has given and not yet published, seen by that body alone. */
export type Draft = Readonly<{
  bodyId: string;
  about: DraftAbout;
  version: number;
  answers: Readonly<Record<string, string>>;
  /** The version of the thing itself that the officer saw when starting, to tell a stale draft by. */
  seen: number;
  preparedBy: string;
  savedAt: Date;
}>;

export type DraftRefusal = 'too-many-answers' | 'answer-too-long';

const answersAtMost = 20;
const answerCharacters = 5000;

/** A draft may be unfinished and wrong, but not without bounds. */
export function acceptDraft(
  answers: Readonly<Record<string, string>>,
): Result<Readonly<Record<string, string>>, DraftRefusal> {
  const entries = Object.entries(answers);
  if (entries.length > answersAtMost) return refuse('too-many-answers');
  if (entries.some(([key, answer]) => key.length > 60 || answer.length > answerCharacters))
    return refuse('answer-too-long');
  return ok(answers);
}

/** What a draft of a correction of this rule is about. */
export function aboutRule(key: RuleKey): DraftAbout {
  return `rule:${key}`;
}

/** Whether a stored text still names something a draft can be about. */
export function isDraftAbout(text: string): text is DraftAbout {
  return text === 'details' || (text.startsWith('rule:') && isRuleKey(text.slice('rule:'.length)));
}
