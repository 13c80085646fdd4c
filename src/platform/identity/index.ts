export {
  addAccount,
  type AddAccountRefusal,
  changePassword,
  type ChangePasswordRefusal,
  disableAccount,
} from './accounts.ts';
export { migrations } from './migrations.ts';
export type { ActingOffice, OfficeDirectory } from './office-directory.ts';
export { passwordLength } from './password.ts';
export { may, type Permission, type PermissionRefusal } from './permission.ts';
export { newToken, tokenHash } from './session-token.ts';
export {
  endOwnSessions,
  endSession,
  type IdentityServices,
  listSessions,
  type SessionListed,
  type SignedIn,
  whoHolds,
} from './sessions.ts';
export { actIn, type ActInRefusal, officesOf, signIn, type SignInRefusal } from './sign-in.ts';
