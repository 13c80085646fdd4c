import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { openLeagueBook } from '../../queries/league/league-book.ts';
import { leagueApiRoutes } from './api.ts';
import { leaguePageRoutes } from './league-page.tsx';
import { leagueYearRoutes } from './year-page.tsx';

/** Every page and form of the clock league. */
export function leagueRoutes({ database }: Services): readonly Route[] {
  const services = { database, book: openLeagueBook() };
  return [...leaguePageRoutes(services), ...leagueYearRoutes(services), ...leagueApiRoutes(services)];
}
