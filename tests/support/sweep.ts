/**
 * Whether a sweep of the whole site tries everything everywhere, which takes many minutes: `SWEEP=whole`. The usual run tries
 * everything somewhere: what depends on the place it is tried at goes round.
 */
export const isWholeSweep = process.env['SWEEP'] === 'whole';
