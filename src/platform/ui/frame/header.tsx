import type { VNode } from 'preact';
import { Mark } from '../brand/mark.tsx';

export type HeaderProps = Readonly<{
  siteName: string;
  /** The area this site is about: Kent. */
  area?: string | undefined;
  /** Links at the end of the band, such as Search and Sign in. */
  headerLinks?: readonly Readonly<{ text: string; href: string }>[] | undefined;
}>;

/** The band at the top: whose site this is, and the way home. */
export const Header = ({ siteName, area, headerLinks = [] }: HeaderProps): VNode => (
  <div class="accord-header">
    <div class="govuk-width-container accord-header__row">
      <a class="accord-header__home" href="/">
        <Mark />
        <span class="accord-header__name">{siteName}</span>
        {area !== undefined && <span class="accord-header__area">{area}</span>}
      </a>
      {headerLinks.length > 0 && (
        <ul class="accord-header__links">
          {headerLinks.map(({ text, href }) => (
            <li>
              <a class="accord-header__link govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  </div>
);
