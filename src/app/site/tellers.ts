import type { Module, ServicesWithFiles, Tellers } from '#platform/module';

/** Lets the page of a body, a place or a thing show what every module has to tell of it, in the order of the modules. */
export function tellersOf(services: ServicesWithFiles & Readonly<{ modules: readonly Module[] }>): Tellers {
  const { modules } = services;
  return {
    ofBody: (bodyId, visit) =>
      Promise.all(modules.flatMap(({ tellOfBody }) => tellOfBody?.(services, bodyId, visit) ?? [])),
    ofPlace: (placeId, visit) =>
      Promise.all(modules.flatMap(({ tellOfPlace }) => tellOfPlace?.(services, placeId, visit) ?? [])),
    ofThing: async (page, visit) => {
      const told = modules.flatMap(({ tellOfThing }) => tellOfThing?.(services, page, visit) ?? []);
      return (await Promise.all(told)).filter((each) => each !== undefined);
    },
  };
}
