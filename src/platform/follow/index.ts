export { askForList, askToFollow, type AskRefusal } from './ask.ts';
export { type Cadence, cadences } from './cadence.ts';
export { confirmRequest, requestBehind, type RequestShown } from './confirm.ts';
export { type Follower, type FollowerServices, startFollower } from './follower.ts';
export { changeList, type FollowingShown, listBehind, type ListChange } from './list.ts';
export { migrations } from './migrations.ts';
export { type Named, namesOf } from './names.ts';
export type { FollowServices } from './services.ts';
export { stop, stopBehind } from './stop.ts';
