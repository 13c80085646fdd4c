import { hashModulus, hashOf } from './blocks.ts';
import type { Marks } from './clusters.ts';
import type { Numbers } from './numbers.ts';

/**
 * One normal form, at one body, with one set of numbers: what is found to be one supplier’s or not. In columns, a place in each for
 * every node, and words as numbers of their own: of a million there are no objects to be kept.
 */
export type Nodes = Readonly<{
  count: number;
  /** Its place among the keys; −1 where only an officer’s choice names it. */
  key: Int32Array;
  /** Its place among `bodies`. */
  body: Int32Array;
  bodies: readonly string[];
  marks: Marks;
  /** What the numbers of `marks` stand for. */
  numbers: Readonly<Record<keyof Numbers, readonly string[]>>;
  /** Orders nodes in the same way whatever the order they were given in. */
  order: Float64Array;
  /** The nodes of key `k`, in their own order: `ofKeys` from `starts[k]` to `starts[k + 1]`. */
  starts: Int32Array;
  ofKeys: Int32Array;
}>;

/** Words as numbers: the same number for the same word, nought for none. */
type Interned = Readonly<{ words: readonly string[]; numberOf(word: string): number }>;

function interned(): Interned {
  const words = [''];
  const numbers = new Map<string, number>([['', 0]]);
  return {
    words,
    numberOf(word) {
      if (word === '') return 0;
      let number = numbers.get(word);
      if (number === undefined) {
        number = words.length;
        numbers.set(word, number);
        words.push(word);
      }
      return number;
    },
  };
}

const unnumbered: Numbers = { company: '', charity: '', vat: '' };

/** Draws what is named together to nodes, `most` of them at most, of `mostKeys` keys. */
export function gatherNodes(most: number, mostKeys: number) {
  const column = () => new Int32Array(most);
  const [key, body, next] = [column(), column(), column()];
  const marks = { company: column(), charity: column(), vat: column(), form: column() };
  const firstOfKey = new Int32Array(mostKeys).fill(-1);
  const order = new Float64Array(most);
  const [bodies, companies, charities, vats, forms] = Array.from({ length: 5 }, interned) as [
    Interned,
    Interned,
    Interned,
    Interned,
    Interned,
  ];
  /** Of marks without numbers, which come again and again, by body and form. */
  const hashes = new Map<number, number>();
  let count = 0;

  const hashOfMarks = ({ company, charity, vat }: Numbers, form: string, at: string) =>
    hashOf(`${company}\n${charity}\n${vat}\n${form}\n${at}`);

  function add(ofKey: number, ofBody: number, hash: number): number {
    const node = count;
    count += 1;
    key[node] = ofKey;
    body[node] = ofBody;
    order[node] = hash;
    if (ofKey >= 0) {
      next[node] = firstOfKey[ofKey] ?? -1;
      firstOfKey[ofKey] = node;
    }
    return node;
  }

  return {
    /** The node of a payee of this key: a fresh one where none is marked so at the body. */
    nodeOf(
      ofKey: number,
      keyHash: number,
      bodyId: string,
      form: string,
      numbers: Numbers = unnumbered,
    ): number {
      const ofBody = bodies.numberOf(bodyId);
      const ofForm = forms.numberOf(form);
      const company = companies.numberOf(numbers.company);
      const charity = charities.numberOf(numbers.charity);
      const vat = vats.numberOf(numbers.vat);
      for (let at = firstOfKey[ofKey] ?? -1; at >= 0; at = next[at] ?? -1)
        if (
          body[at] === ofBody &&
          marks.form[at] === ofForm &&
          marks.company[at] === company &&
          marks.charity[at] === charity &&
          marks.vat[at] === vat
        )
          return at;
      const place = numbers === unnumbered ? ofBody * 64 + ofForm : -1;
      let hash = hashes.get(place);
      if (hash === undefined) {
        hash = hashOfMarks(numbers, form, bodyId);
        if (place >= 0) hashes.set(place, hash);
      }
      const node = add(ofKey, ofBody, (keyHash + hash) % hashModulus);
      marks.company[node] = company;
      marks.charity[node] = charity;
      marks.vat[node] = vat;
      marks.form[node] = ofForm;
      return node;
    },

    /** The nodes of a key at a body, or wherever it stands; what is not there now gets a node that bears nothing. */
    chosen(ofKey: number, bodyId: string | undefined, hash: number): readonly number[] {
      const ofBody = bodies.numberOf(bodyId ?? '');
      const found: number[] = [];
      for (let at = ofKey < 0 ? -1 : (firstOfKey[ofKey] ?? -1); at >= 0; at = next[at] ?? -1)
        if (bodyId === undefined || body[at] === ofBody) found.push(at);
      return found.length > 0 ? found : [add(ofKey, ofBody, hash)];
    },

    /** Every node, those of each key beside each other. */
    all(keys: number): Nodes {
      const starts = new Int32Array(keys + 1);
      const ofKeys = new Int32Array(count);
      let filled = 0;
      for (let each = 0; each < keys; each += 1) {
        const from = filled;
        for (let at = firstOfKey[each] ?? -1; at >= 0; at = next[at] ?? -1) {
          let place = filled;
          for (; place > from && (order[ofKeys[place - 1] ?? 0] ?? 0) > (order[at] ?? 0); place -= 1)
            ofKeys[place] = ofKeys[place - 1] ?? 0;
          ofKeys[place] = at;
          filled += 1;
        }
        starts[each + 1] = filled;
      }
      const numbers = { company: companies.words, charity: charities.words, vat: vats.words };
      return { count, key, body, bodies: bodies.words, marks, numbers, order, starts, ofKeys };
    },
  };
}
