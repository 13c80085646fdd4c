import type { OfficeRoute } from '#platform/http';
import type { Services } from '#platform/module';
import { closeActionForm, setActionForm } from './action-forms.tsx';
import { agendaForm } from './agenda-form.tsx';
import { attendanceForm } from './attendance-form.tsx';
import { callForm } from './call-form.tsx';
import { declarationForm } from './declaration-form.tsx';
import { deskRoutes } from './desk-routes.tsx';
import { itemDeskRoutes } from './item-desk-route.tsx';
import { addItemForm, editItemForm, removeItemForm, withdrawItemForm } from './item-forms.tsx';
import { minuteRoutes } from './minute-routes.tsx';
import { approveMinutesForm, publishMinutesForm } from './minutes-forms.tsx';
import { motionForms } from './motion-form.tsx';
import { moveForm } from './move-form.tsx';
import { papersForm } from './papers-form.tsx';

/** The room in which a body’s meetings are called, run and minuted. */
export const officeMeetingRoutes = (services: Services): readonly OfficeRoute[] => [
  ...deskRoutes(services),
  ...callForm(services),
  ...moveForm(services),
  ...addItemForm(services),
  ...editItemForm(services),
  ...removeItemForm(services),
  ...withdrawItemForm(services),
  ...papersForm(services),
  ...agendaForm(services),
  ...attendanceForm(services),
  ...itemDeskRoutes(services),
  ...declarationForm(services),
  ...motionForms(services),
  ...minuteRoutes(services),
  ...publishMinutesForm(services),
  ...approveMinutesForm(services),
  ...setActionForm(services),
  ...closeActionForm(services),
];
