import { InsetText } from '#platform/ui';

/** Says that the example’s payments are still being loaded, so that what is not there yet is not taken for nothing. */
export const ExampleUnderWay = ({ when }: Readonly<{ when: boolean }>) =>
  when ? (
    <InsetText>
      The payments of the example are on their way and are all there in a few seconds. Until then this page
      shows some of them, or none. Ask for it again.
    </InsetText>
  ) : null;
