import type { Dataset } from '#platform/http';
import { fractionText } from '#platform/kernel';
import { targetPath } from '../../domain/target/target.ts';
import type { RewardShown } from './reward-shown.ts';

/** What each target earns, one row each; money in pence, empty where the pot is not known. */
export function rewardDataset({ agreement, set, lines, pot, scheme }: RewardShown): Dataset {
  const isKnown = pot.pence !== undefined;
  return {
    name: `reward-${agreement.id}`,
    source: set?.source ?? scheme?.source ?? 'No reward rules are on record',
    columns: [
      { key: 'target', title: 'Target' },
      { key: 'page', title: 'Page' },
      { key: 'heading', title: 'Heading it shares a part under' },
      { key: 'set', title: 'Set of rules' },
      { key: 'isPaid', title: 'Whether these rules pay' },
      { key: 'illustrative', title: 'Illustrative' },
      { key: 'without', title: 'Expected without the agreement' },
      { key: 'baseline', title: 'Baseline' },
      { key: 'targetValue', title: 'Target of the last year' },
      { key: 'outturn', title: 'Outturn' },
      { key: 'outturnStatus', title: 'Status of the outturn' },
      { key: 'achieved', title: 'Part of the way gone' },
      { key: 'payable', title: 'Part of its share earned' },
      { key: 'why', title: 'Why' },
      { key: 'potentialPence', title: 'Most it can earn, in pence' },
      { key: 'earnedPence', title: 'Earned, in pence' },
      { key: 'interim', title: 'Interim level' },
      { key: 'interimBy', title: 'Day of the interim level' },
      { key: 'interimStands', title: 'Whether the interim level was reached' },
      { key: 'forecast', title: 'Forecast' },
      { key: 'forecastLow', title: 'Low end of the forecast' },
      { key: 'forecastHigh', title: 'High end of the forecast' },
      { key: 'atForecastPence', title: 'Would be earned at the forecast, in pence' },
      { key: 'ifAgreedPence', title: 'Would be earned if it were agreed, in pence' },
    ],
    rows: lines.map(({ target, rewarded, outturn, interim, ahead, now, foreseen, ifAgreed }) => ({
      target: target.id,
      page: targetPath(target),
      heading: rewarded.heading,
      set: set?.number ?? null,
      isPaid: set?.isPaid ?? null,
      illustrative: set?.isIllustrative ?? null,
      without: rewarded.without ?? null,
      baseline: rewarded.baseline ?? null,
      targetValue: rewarded.target ?? null,
      outturn: outturn?.value ?? null,
      outturnStatus: outturn?.status ?? null,
      achieved: now.achieved === undefined ? null : fractionText(now.achieved, 6),
      payable: fractionText(now.payable, 6),
      why: now.why,
      potentialPence: isKnown ? now.potential : null,
      earnedPence: isKnown ? now.earned : null,
      interim: interim?.figure ?? null,
      interimBy: interim?.by ?? null,
      interimStands: interim?.is ?? null,
      forecast: ahead?.value ?? null,
      forecastLow: ahead?.low ?? null,
      forecastHigh: ahead?.high ?? null,
      atForecastPence: isKnown ? foreseen.earned : null,
      ifAgreedPence: isKnown ? (ifAgreed?.now.earned ?? null) : null,
    })),
  };
}
