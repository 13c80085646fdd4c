/** The role that Accord works as. Migrations grant to it by this name. */
export const appRole = 'accord_app';
