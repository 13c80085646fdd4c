export {
  addAccount,
  type AddAccountRefusal,
  changePassword,
  type ChangePasswordRefusal,
  disableAccount,
} from './accounts.ts';
export { actIn, type ActInRefusal } from './act-in.ts';
export type { IdentityServices } from './identity-services.ts';
export { migrations } from './migrations.ts';
export type { ActingOffice, OfficeDirectory } from './office-directory.ts';
export { officesOf } from './offices-of.ts';
export { passwordLength } from './password.ts';
export { may, type Permission, type PermissionRefusal } from './permission.ts';
export { newToken, tokenHash } from './session-token.ts';
export { type SessionListed, endOwnSessions, listSessions } from './own-sessions.ts';
export { endSession } from './sessions.ts';
export type { SignedIn } from './signed-in.ts';
export { signIn, type SignInRefusal } from './sign-in.ts';
export { whoHolds } from './who-holds.ts';
