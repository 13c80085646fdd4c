import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { FormContext } from '../forms/form-context.ts';
import { Gallery } from '../gallery/gallery.tsx';
import { Frame, type FrameProps } from './frame.tsx';
import { renderDocument } from './render-document.ts';

const props: FrameProps = {
  assetUrl: (name) => `/assets/${name}`,
  siteName: 'Accord',
  area: 'Kent',
  title: 'Swale',
  description: 'What is true of Swale.',
  navigation: [
    { text: 'Bodies', href: '/bodies' },
    { text: 'Places', href: '/places', current: true },
  ],
  breadcrumbs: [{ text: 'Home', href: '/' }, { text: 'Swale' }],
  main: <h1 class="govuk-heading-xl">Swale</h1>,
  footer: [{ text: 'Accessibility statement', href: '/accessibility' }],
  licence: 'Open Government Licence v3.0',
};

const render = (more: Partial<FrameProps> = {}): string =>
  renderDocument(
    <FormContext.Provider value={{ csrf: 'token', submission: 'key' }}>
      <Frame {...props} {...more} />
    </FormContext.Provider>,
  );

const rules = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Void elements and attributes as Preact writes them, which every browser reads the same.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'no-raw-characters': 'off',
    'long-title': 'off',
    // The design system's own markup says these; its fixtures hold us to it.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'hidden-focusable': 'off',
    'no-implicit-button-type': 'error',
    'no-autoplay': 'error',
  },
});

async function faults(html: string): Promise<readonly string[]> {
  const { results } = await rules.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`),
  );
}

it('is valid and has nothing that a strict content security policy forbids', async () => {
  const html = render({
    main: (
      <>
        <h1>Components</h1>
        <Gallery />
      </>
    ),
    office: { title: 'Leader, Swale Borough Council', workHref: '/work', signOutHref: '/sign-out' },
    phase: { tag: 'Example', children: 'This is an example.' },
    notice: 'Your changes are published.',
    alternates: [{ href: '/feed.atom', type: 'application/atom+xml', title: 'What happened lately' }],
  });
  expect(await faults(html)).toEqual([]);
  expect(html).not.toMatch(/ style=| on[a-z]+=|<style|<script(?! type="module" src=)/);
});

it('sees a planted fault', async () => {
  expect(await faults(render({ main: <p style="color: red">Red</p> }))).not.toEqual([]);
});

it('says in the window’s title what is wrong, which page and which site', () => {
  expect(render()).toContain('<title>Swale – Accord</title>');
  expect(render({ hasErrors: true })).toContain('<title>Error: Swale – Accord</title>');
  expect(render({ title: 'Accord' })).toContain('<title>Accord</title>');
});

it('marks the part of the site that the page belongs to', () => {
  expect(render()).toMatch(/href="\/places" aria-current="true"/);
  expect(render()).not.toMatch(/href="\/bodies" aria-current/);
});

it('shows who is acting, with a way out that is a form and not a link', () => {
  const html = render({
    office: { title: 'Leader, Swale Borough Council', workHref: '/work', signOutHref: '/sign-out' },
  });
  expect(html).toContain('Acting as <strong>Leader, Swale Borough Council</strong>');
  expect(html).toMatch(/<form method="post" action="\/sign-out".*?name="csrf" value="token"/);
  expect(render()).not.toContain('Acting as');
});

it('shows what has just been done, and only then', () => {
  expect(render({ notice: 'Your changes are published.' })).toContain('Your changes are published.');
  expect(render()).not.toContain('govuk-notification-banner');
});

it('writes what it is given as text, never as markup', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const html = render({ title: hostile, notice: hostile, description: hostile, area: hostile });
  expect(html).not.toContain('<img');
});
