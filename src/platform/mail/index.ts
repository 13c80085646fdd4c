export type { Carried, Carrier } from './carrier.ts';
export type { Letter, WaitingLetter } from './letter.ts';
export { lettersWaiting, post } from './letters.ts';
export { mailAddress, type MailAddress } from './mail-address.ts';
export { lanes, type Mailer, type MailerServices, startMailer } from './mailer.ts';
export { migrations } from './migrations.ts';
export { outboxCarrier } from './outbox-carrier.ts';
export { smtpCarrier, type SmtpSettings } from './smtp-carrier.ts';
export type { Sender } from './write-message.ts';
