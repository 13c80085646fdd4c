/**
 * Shows a few things by name while somebody types, below a box that works without: the form it stands in searches by submit.
 * `data-from` is the address that answers them.
 */
export function suggest(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('input[type=search]');
  const from = form.dataset['from'];
  if (box === null || from === undefined) return;
  const list = document.createElement('ul');
  list.className = 'govuk-list accord-suggestions';
  const told = document.createElement('p');
  told.className = 'govuk-visually-hidden';
  told.setAttribute('role', 'status');
  box.after(list, told);

  let asked = 0;
  box.addEventListener('input', () => {
    const typed = box.value.trim();
    asked += 1;
    const mine = asked;
    if (typed.length < fewest) {
      list.replaceChildren();
      told.textContent = '';
      return;
    }
    // Whoever types fast asks once; an answer that comes after a newer question is not shown.
    setTimeout(() => {
      if (mine === asked) void show(typed, () => mine === asked);
    }, pauseMilliseconds);
  });

  async function show(typed: string, isNewest: () => boolean): Promise<void> {
    const answer = await fetch(`${from}?q=${encodeURIComponent(typed)}`).catch(() => undefined);
    if (answer?.ok !== true) return;
    const { suppliers, count } = (await answer.json()) as Found;
    if (!isNewest()) return;
    list.replaceChildren(...suppliers.slice(0, most).map(lineOf));
    told.textContent =
      count === 0 ? 'None found.' : `${count} found, ${Math.min(most, count)} shown below the box.`;
  }
}

type Found = Readonly<{ count: number; suppliers: readonly Readonly<{ name: string; page: string }>[] }>;

const fewest = 2;
const most = 8;
const pauseMilliseconds = 120;

function lineOf({ name, page }: Found['suppliers'][number]): HTMLLIElement {
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = page;
  // Text, never markup: a name is whatever somebody wrote into a ledger.
  link.textContent = name;
  const line = document.createElement('li');
  line.append(link);
  return line;
}
