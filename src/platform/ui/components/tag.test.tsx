import { type Common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { Tag } from './tag.tsx';

matchesFixtures<Words & Common>('tag', 12, (options) => <Tag {...part(options)} />);
