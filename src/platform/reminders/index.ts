export {
  type Confirmed,
  askForReminders,
  type AskRefusal,
  confirmReminders,
  forgetUnconfirmed,
  reminderRequest,
  type RequestRefusal,
  stopReminders,
} from './address.ts';
export { migrations } from './migrations.ts';
export { reminded, remindable, type Reminded, type ReminderServices } from './reminded.ts';
export { remind, type ToRemind } from './remind.ts';
