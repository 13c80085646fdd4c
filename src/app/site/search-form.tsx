import { Button } from '#platform/ui';

/** Asks for a council or a place by any name, or for decisions and papers by their words. A plain form, so that it works everywhere. */
export function SearchForm({ query, label }: { query: string; label: string }) {
  return (
    <search>
      <form class="accord-search" method="get" action="/find">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--m" for="q">
            {label}
          </label>
          <div id="q-hint" class="govuk-hint">
            A council or place by any name it has or had, for example Maidstone, KCC or Shepway; a decision,
            paper or payment by its words; a supplier by its name
          </div>
          <div class="accord-search__row">
            <input
              class="govuk-input"
              id="q"
              name="q"
              type="search"
              value={query}
              maxLength={200}
              aria-describedby="q-hint"
              autoComplete="off"
              spellcheck={false}
            />
            <Button>Search</Button>
          </div>
        </div>
      </form>
    </search>
  );
}
