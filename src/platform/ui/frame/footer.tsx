import type { ComponentChildren, VNode } from 'preact';

export type FooterProps = Readonly<{
  links: readonly Readonly<{ text: string; href: string }>[];
  licence: ComponentChildren;
}>;

/** What every public site owes its readers: accessibility, privacy, cookies, the record, the licence. */
export const Footer = ({ links, licence }: FooterProps): VNode => (
  <footer class="accord-footer">
    <div class="govuk-width-container">
      <h2 class="govuk-visually-hidden">About this site</h2>
      <ul class="accord-footer__links">
        {links.map(({ text, href }) => (
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p class="accord-footer__note">{licence}</p>
    </div>
  </footer>
);
