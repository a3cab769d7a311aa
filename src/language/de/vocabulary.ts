/** Units and currencies as German texts print them. */
import { synonyms, type UnitReading } from '../grammar.js';

export const unitReadings = synonyms<UnitReading>([
  [{ unit: 'percent' }, '%, prozent, v.h., v. h., vom hundert'],
  [{ unit: 'percent' }, 'prozentige, prozentiger, prozentiges, prozentigen, prozentigem'],
  [{ unit: 'percent' }, '%ige, %iger, %iges, %igen, %igem'],
  [{ unit: 'percent', exponent: -1 }, '‰, promille'],
  [{ unit: 'percentage-point' }, 'prozentpunkte, prozentpunkten, prozentpunkt, pp, %-punkte, %-punkten'],
  [{ unit: 'people' }, 'menschen, mensch, personen, person, einwohner, einwohnern, einwohnerinnen, leute'],
  [
    { unit: 'people' },
    'beschäftigte, beschäftigten, mitarbeiter, mitarbeitern, mitarbeitende, mitarbeitenden',
  ],
  [{ unit: 'people' }, 'forscher, forschern, forschende, forschenden, wissenschaftler, wissenschaftlern'],
  [{ unit: 'm2' }, 'm², m2, qm, quadratmeter, quadratmetern'],
  [{ unit: 'km2' }, 'km², km2, qkm, quadratkilometer, quadratkilometern'],
  [{ unit: 'ha' }, 'hektar, ha'],
  [{ unit: 'mu' }, 'mu'],
  [{ unit: 'kW' }, 'kw, kilowatt'],
  [{ unit: 'kW', exponent: 3 }, 'mw, megawatt'],
  [{ unit: 'kW', exponent: 6 }, 'gw, gigawatt'],
  [{ unit: 'kWh' }, 'kwh, kilowattstunden, kilowattstunde'],
  [{ unit: 'kWh', exponent: 3 }, 'mwh, megawattstunden'],
  [{ unit: 'kWh', exponent: 6 }, 'gwh, gigawattstunden'],
  [{ unit: 'kWh', exponent: 9 }, 'twh, terawattstunden'],
  [{ unit: 't' }, 'tonnen, tonne, t'],
  [{ unit: 'year' }, 'jahre, jahren, jahr, jahres'],
  [{ unit: 'CNY' }, 'rmb, yuan, renminbi, chinesische yuan, chinesischen yuan, renminbi yuan'],
  [{ unit: 'USD' }, 'us-dollar, us-dollars, dollar, $, us$, us-$'],
  [{ unit: 'EUR' }, 'euro, euros, €'],
  [{ unit: 'EUR', exponent: 3 }, 'teur, t€'],
  [{ unit: 'CHF' }, 'schweizer franken, sfr'],
  [{ unit: 'JPY' }, 'japanische yen, japanischen yen'],
  [{ unit: 'HKD' }, 'hongkong-dollar'],
  [{ unit: 'GBP' }, 'britische pfund, pfund'],
]);

/** Annual reports set the scale first: Mrd. EUR 28,66. */
export function scaledCurrencies(): [UnitReading, string][] {
  const signs = {
    EUR: ['eur', 'euro', '€'],
    USD: ['usd', 'us$', 'us-$'],
    CHF: ['chf', 'fr.'],
    CNY: ['rmb', 'cny'],
  };
  const words = { 6: ['mio.', 'mio'], 9: ['mrd.', 'mrd'] };
  return Object.entries(words).flatMap(([exponent, each]) =>
    Object.entries(signs).map(([unit, known]): [UnitReading, string] => [
      { unit, exponent: Number(exponent) },
      each.flatMap((scale) => known.flatMap((sign) => [`${scale} ${sign}`, `${sign} ${scale}`])).join(','),
    ]),
  );
}
