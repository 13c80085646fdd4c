import type { Migration } from '#platform/db';

export const places: Migration = {
  name: '0002-places',
  up: `
    CREATE TABLE register.place (
      id          register.slug CONSTRAINT place_pkey PRIMARY KEY,
      kind        text NOT NULL CONSTRAINT place_kind_known CHECK (kind IN ('county', 'district', 'unitary')),
      gss         text NOT NULL CONSTRAINT place_gss_shape CHECK (gss ~ '^[EWSN][0-9]{8}$'),
      parent      register.slug CONSTRAINT place_in_place REFERENCES register.place,
      recorded_on date NOT NULL
    );
    COMMENT ON TABLE register.place IS 'public: the county, its districts and their unitary neighbours';

    CREATE TABLE register.place_name (
      id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      place_id    register.slug NOT NULL CONSTRAINT place_name_of_place REFERENCES register.place,
      name        text NOT NULL,
      valid_from  date,
      valid_until date,
      source      text NOT NULL,
      certainty   register.certainty NOT NULL,
      recorded_on date NOT NULL,
      replaced_on date,
      CONSTRAINT place_name_ends_after_it_begins CHECK (valid_until > valid_from)
    );
    CREATE INDEX place_name_by_place ON register.place_name (place_id);
    COMMENT ON TABLE register.place_name IS 'public: every name a place went by, and when';

    CREATE TABLE register.place_count (
      place_id  register.slug NOT NULL CONSTRAINT place_count_of_place REFERENCES register.place,
      measure   text NOT NULL CONSTRAINT place_count_measure_known CHECK (measure IN ('population', 'households')),
      as_at     date NOT NULL,
      count     int NOT NULL CONSTRAINT place_count_positive CHECK (count > 0),
      nearest   int NOT NULL CONSTRAINT place_count_rounding_positive CHECK (nearest > 0),
      source    text NOT NULL,
      licence   text NOT NULL,
      certainty register.certainty NOT NULL,
      CONSTRAINT place_count_pkey PRIMARY KEY (place_id, measure, as_at)
    );
    COMMENT ON TABLE register.place_count IS 'public: dated counts of people and households';

    CREATE TABLE register.place_deprivation (
      place_id             register.slug NOT NULL CONSTRAINT place_deprivation_of_place REFERENCES register.place,
      year                 int NOT NULL,
      score                double precision NOT NULL,
      extent               double precision NOT NULL,
      most_deprived_tenth  double precision NOT NULL,
      rank                 int NOT NULL,
      out_of               int NOT NULL,
      basis                text NOT NULL CONSTRAINT place_deprivation_basis_known CHECK (basis IN ('aggregate', 'official')),
      source               text NOT NULL,
      licence              text NOT NULL,
      certainty            register.certainty NOT NULL,
      CONSTRAINT place_deprivation_pkey PRIMARY KEY (place_id, year),
      CONSTRAINT place_deprivation_shares CHECK (extent BETWEEN 0 AND 1 AND most_deprived_tenth BETWEEN 0 AND 1),
      CONSTRAINT place_deprivation_rank CHECK (rank BETWEEN 1 AND out_of)
    );
    COMMENT ON TABLE register.place_deprivation IS 'public: deprivation of districts by year of the index';

    CREATE TABLE register.place_neighbour (
      place_id       register.slug NOT NULL CONSTRAINT place_neighbour_of_place REFERENCES register.place,
      neighbour_gss  text NOT NULL,
      neighbour_name text NOT NULL,
      neighbour_id   register.slug CONSTRAINT place_neighbour_in_register REFERENCES register.place,
      CONSTRAINT place_neighbour_pkey PRIMARY KEY (place_id, neighbour_gss)
    );
    COMMENT ON TABLE register.place_neighbour IS 'public: which districts touch';

    CREATE TABLE register.body_place (
      body_id     register.slug NOT NULL CONSTRAINT body_place_of_body REFERENCES register.body,
      place_id    register.slug NOT NULL CONSTRAINT body_place_of_place REFERENCES register.place,
      valid_from  date,
      valid_until date,
      recorded_on date NOT NULL,
      CONSTRAINT body_place_pkey PRIMARY KEY (body_id, place_id)
    );
    CREATE INDEX body_place_by_place ON register.body_place (place_id);
    COMMENT ON TABLE register.body_place IS 'public: which places a body serves; it stops serving them when it ends';
  `,
};
