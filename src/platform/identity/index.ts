export {
  addAccount,
  type AddAccountRefusal,
  changePassword,
  type ChangePasswordRefusal,
  disableAccount,
} from './accounts.ts';
export { actIn, type ActInRefusal } from './act-in.ts';
export type { IdentityServices } from './identity-services.ts';
export { type AccountKept, accountsKept, type AppointmentKept, isHeldOn } from './keeping/accounts-kept.ts';
export type { AccountServices } from './keeping/account-work.ts';
export {
  appoint,
  type AppointRefusal,
  endAppointment,
  type EndAppointmentRefusal,
} from './keeping/appoint.ts';
export { closeAccount, type CloseAccountRefusal } from './keeping/close-account.ts';
export { invitationDays } from './keeping/invitation.ts';
export { invite } from './keeping/invite.ts';
export { openAccount, type OpenAccountRefusal } from './keeping/open-account.ts';
export { type KeyLifeDays, keyLivesDays, mostKeys } from './keys/key.ts';
export { type KeyAsked, makeKey, type MakeKeyRefusal } from './keys/make-key.ts';
export { type KeyListed, listKeys, revokeKey } from './keys/own-keys.ts';
export { type HeldByKey, type KeyRefusal, whoHoldsKey } from './keys/who-holds-key.ts';
export { accountOfLink, type LinkRefusal, setPassword } from './keeping/set-password.ts';
export { migrations } from './migrations.ts';
export type { ActingOffice, OfficeDirectory } from './office-directory.ts';
export { officesOf } from './offices-of.ts';
export { openAmong } from './open-accounts.ts';
export { passwordLength, type PasswordRefusal } from './password.ts';
export { may, type Permission, type PermissionRefusal } from './permission.ts';
export { mayKeepAccounts } from './permissions.ts';
export { newToken, tokenHash } from './session-token.ts';
export { type SessionListed, endOwnSessions, listSessions } from './own-sessions.ts';
export { endSession } from './sessions.ts';
export type { SignedIn } from './signed-in.ts';
export { signIn, type SignInRefusal } from './sign-in.ts';
export { whoHolds } from './who-holds.ts';
