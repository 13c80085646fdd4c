import { invitationDays } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import { Bullets, Link, Panel, Prose, Text, TextInput } from '#platform/ui';
import { officePage } from '#platform/web';
import { accountsStep } from './accounts-page.tsx';

/** The link, shown this once: the site itself keeps only its hash. */
export const linkPage = (
  actor: Actor,
  { accountId, email, link }: Readonly<{ accountId: string; email: string; link: string }>,
) =>
  officePage(
    actor,
    [accountsStep(actor), { text: email, href: `${accountsStep(actor).href}/${accountId}` }],
    {
      title: 'The link to pass on',
      main: (
        <Prose>
          <Panel title="The account can be used" headingLevel={2}>
            once its holder has set a password
          </Panel>
          <TextInput
            id="link"
            name="link"
            label={`Link for ${email}`}
            hint="Copy it now. It is not shown again, and the site cannot find it out."
            value={link}
            attributes={{ readonly: true }}
            spellcheck={false}
          />
          <Text>Give it to the holder of the office and to nobody else:</Text>
          <Bullets
            items={[
              'to the address of the account, or by hand; not in a chat that others read',
              `it works once, within ${invitationDays} days`,
              'a link that was lost is replaced by a new one, and then works no more',
            ]}
          />
          <Text>
            <Link href={accountsStep(actor).href}>Back to who may sign in</Link>
          </Text>
        </Prose>
      ),
    },
  );
