import { type Common, common, matchesFixtures, type Words, words } from '../testing/fixtures.ts';
import { Button, type ButtonProps } from './button.tsx';

type Options = Words &
  Common &
  Pick<ButtonProps, 'href' | 'type' | 'name' | 'value' | 'disabled' | 'preventDoubleClick' | 'id'> &
  Readonly<{ isStartButton?: boolean }>;

matchesFixtures<Options>('button', 38, ({ text, html, classes, attributes, isStartButton, ...same }) => (
  <Button {...same} {...common({ classes, attributes })} start={isStartButton}>
    {words({ text, html })}
  </Button>
));
