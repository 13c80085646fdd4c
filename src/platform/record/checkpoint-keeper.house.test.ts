import { expect, onTestFinished, test } from 'vitest';
import { keepCheckpoints } from './checkpoint-keeper.ts';
import { appendCorrections, keyForTest, recordForTest } from './kent.testing.ts';
import { LogForked } from './latest-checkpoint.ts';

async function keptRecord() {
  const made = await recordForTest();
  const alarms: unknown[] = [];
  const keeper = await keepCheckpoints({ ...made.services, key: keyForTest() }, (error) =>
    alarms.push(error),
  );
  onTestFinished(() => keeper.close());
  return { ...made, keeper, alarms };
}

test('the record is signed as it grows, so that whoever asks next finds their own act in it', async () => {
  const { services, keeper } = await keptRecord();
  expect((await keeper.newest()).size).toBe(0);
  await appendCorrections(services, 3);
  expect((await keeper.newest()).size).toBe(3);
  await Promise.all([1, 2, 3, 4].map((from) => appendCorrections(services, 5, { from: from * 10 })));
  await expect.poll(async () => (await keeper.newest()).size).toBe(23);
});

test('a record that was changed raises the alarm, and the last true checkpoint stays', async () => {
  const { services, keeper, alarms, asSuperuser } = await keptRecord();
  await appendCorrections(services, 3);
  const before = await keeper.newest();
  await asSuperuser(`UPDATE record.node SET hash = repeat('a', 64)`);
  await appendCorrections(services, 1);
  expect(await keeper.newest()).toEqual(before);
  expect(alarms).toEqual([expect.any(LogForked)]);
});
