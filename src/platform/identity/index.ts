export { may, type Permission, type PermissionRefusal } from './permission.ts';
