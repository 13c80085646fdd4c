import type { Migration } from '#platform/db';

export const reward: Migration = {
  name: '0012-reward',
  up: `
    -- Never edited: whatever changes is another set, which counts from its own day.
    CREATE TABLE agreements.reward_set (
      agreement_id    text NOT NULL CONSTRAINT reward_set_of REFERENCES agreements.agreement,
      number          int NOT NULL CONSTRAINT reward_set_counts CHECK (number > 0),
      scheme          text NOT NULL CONSTRAINT reward_set_scheme CHECK (scheme IN ('lpsa', 'laa-average', 'own')),
      is_paid         boolean NOT NULL,
      method          text NOT NULL CONSTRAINT reward_set_method CHECK (method IN ('each-target', 'average')),
      measured_from   text NOT NULL CONSTRAINT reward_set_from CHECK (measured_from IN ('without', 'baseline')),
      floor_part      numeric NOT NULL CONSTRAINT reward_set_floor CHECK (floor_part BETWEEN 0 AND 1),
      cap_part        numeric NOT NULL CONSTRAINT reward_set_cap CHECK (cap_part > 0 AND cap_part <= 1),
      revenue_part    numeric NOT NULL CONSTRAINT reward_set_revenue CHECK (revenue_part BETWEEN 0 AND 1),
      interim_part    numeric CONSTRAINT reward_set_interim CHECK (interim_part BETWEEN 0 AND 1),
      instalments     jsonb NOT NULL,
      pot_pence       bigint CONSTRAINT reward_set_pot CHECK (pot_pence >= 0),
      budget_part     numeric CONSTRAINT reward_set_budget_part CHECK (budget_part > 0 AND budget_part <= 1),
      budget_year     text,
      budget_bodies   text[] NOT NULL DEFAULT '{}',
      from_day        date NOT NULL,
      reason          text NOT NULL,
      source          text NOT NULL CONSTRAINT reward_set_sourced CHECK (source <> ''),
      certainty       text NOT NULL,
      is_illustrative boolean NOT NULL DEFAULT false,
      by_office       text NOT NULL,
      recorded_at     timestamptz NOT NULL,
      CONSTRAINT reward_set_pkey PRIMARY KEY (agreement_id, number),
      CONSTRAINT reward_set_one_pot CHECK (pot_pence IS NULL OR budget_part IS NULL),
      CONSTRAINT reward_set_year_of_budgets CHECK ((budget_part IS NULL) = (budget_year IS NULL)),
      CONSTRAINT reward_set_floor_below_cap CHECK (floor_part <= cap_part)
    );
    COMMENT ON TABLE agreements.reward_set IS 'public: by which rules the targets of an agreement are rewarded, set by set';

    CREATE TABLE agreements.reward_target (
      agreement_id text NOT NULL,
      number       int NOT NULL,
      position     int NOT NULL,
      target_id    text NOT NULL CONSTRAINT reward_target_is REFERENCES agreements.target,
      heading      text NOT NULL,
      weight       numeric NOT NULL CONSTRAINT reward_target_weight CHECK (weight > 0),
      CONSTRAINT reward_target_pkey PRIMARY KEY (agreement_id, number, target_id),
      CONSTRAINT reward_target_of FOREIGN KEY (agreement_id, number) REFERENCES agreements.reward_set
    );
    COMMENT ON TABLE agreements.reward_target IS 'public: which targets a set of rules rewards, and what shares one part';

    CREATE TABLE agreements.reward_partner (
      agreement_id text NOT NULL,
      number       int NOT NULL,
      position     int NOT NULL,
      body_id      text NOT NULL,
      weight       numeric NOT NULL CONSTRAINT reward_partner_weight CHECK (weight > 0),
      CONSTRAINT reward_partner_pkey PRIMARY KEY (agreement_id, number, body_id),
      CONSTRAINT reward_partner_of FOREIGN KEY (agreement_id, number) REFERENCES agreements.reward_set
    );
    COMMENT ON TABLE agreements.reward_partner IS 'public: how a reward is shared between partners';

    CREATE TABLE agreements.reward_call (
      agreement_id text NOT NULL,
      number       int NOT NULL,
      position     int NOT NULL,
      title        text NOT NULL CONSTRAINT reward_call_titled CHECK (title <> ''),
      amount_pence bigint NOT NULL CONSTRAINT reward_call_amount CHECK (amount_pence > 0),
      CONSTRAINT reward_call_pkey PRIMARY KEY (agreement_id, number, position),
      CONSTRAINT reward_call_of FOREIGN KEY (agreement_id, number) REFERENCES agreements.reward_set
    );
    COMMENT ON TABLE agreements.reward_call IS 'public: what a reward pays before anything is shared';

    -- Facts of money, each with its source; the last one recorded of a body and year counts.
    CREATE TABLE agreements.reward_budget (
      agreement_id text NOT NULL CONSTRAINT reward_budget_of REFERENCES agreements.agreement,
      position     int NOT NULL,
      body_id      text NOT NULL,
      year         text NOT NULL,
      amount_pence bigint NOT NULL CONSTRAINT reward_budget_amount CHECK (amount_pence > 0),
      source       text NOT NULL CONSTRAINT reward_budget_sourced CHECK (source <> ''),
      certainty    text NOT NULL,
      by_office    text NOT NULL,
      recorded_at  timestamptz NOT NULL,
      CONSTRAINT reward_budget_pkey PRIMARY KEY (agreement_id, position)
    );
    COMMENT ON TABLE agreements.reward_budget IS 'public: net budget requirements from which a pot is reckoned';

    CREATE TABLE agreements.reward_payment (
      agreement_id  text NOT NULL CONSTRAINT reward_payment_of REFERENCES agreements.agreement,
      position      int NOT NULL,
      kind          text NOT NULL CONSTRAINT reward_payment_kind
        CHECK (kind IN ('on-account', 'instalment', 'pump-priming')),
      title         text NOT NULL CONSTRAINT reward_payment_titled CHECK (title <> ''),
      revenue_pence bigint NOT NULL,
      capital_pence bigint NOT NULL,
      paid_on       date NOT NULL,
      source        text NOT NULL CONSTRAINT reward_payment_sourced CHECK (source <> ''),
      certainty     text NOT NULL,
      by_office     text NOT NULL,
      recorded_at   timestamptz NOT NULL,
      CONSTRAINT reward_payment_pkey PRIMARY KEY (agreement_id, position)
    );
    COMMENT ON TABLE agreements.reward_payment IS 'public: what was paid of a reward, and pump-priming apart';
  `,
};
