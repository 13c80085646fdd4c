import { passwordLength, type PasswordRefusal } from '#platform/identity';

/** How a new password is refused, in one sentence each. */
export const passwordSentences: Readonly<Record<PasswordRefusal, string>> = {
  'too-short': `New password must be ${passwordLength.least} characters or more. Three random words do well`,
  'too-long': `New password must be ${passwordLength.most} characters or fewer`,
  'too-plain': 'New password is too easy to guess. Use three random words',
};

export const passwordHint = `${passwordLength.least} characters or more. Three random words do well.`;
