/** Hedges, units and currencies as English texts print them. */
import { type Hedging, synonyms, type UnitReading } from '../grammar.js';

export const hedgeWords = synonyms<Hedging>([
  [
    'about',
    'about, around, roughly, approximately, approx., approx, some, circa, ca., c., an estimated, ~, ≈',
  ],
  ['about', 'in the region of, in the order of, on the order of, of the order of, in the vicinity of'],
  ['about', 'more or less, somewhere around, somewhere in the region of, in the ballpark of, very roughly'],
  ['nearly', 'nearly, almost, close to, just under, just below, just short of, just shy of, shy of'],
  ['nearly', 'close on, getting on for, a little under, a little less than, approaching, nearing, not quite'],
  ['nearly', 'almost but not quite, virtually, practically, as good as, well-nigh, approached, neared'],
  ['nearly', 'slightly less than, slightly fewer than, slightly under, slightly below, a shade under'],
  ['nearly', 'the best part of, the better part of, little short of, nigh on'],
  ['more-than', 'more than, over, above, in excess of, exceeding, upwards of, upward of, greater than, >'],
  [
    'more-than',
    'well over, just over, slightly more than, slightly over, exceeds, exceeded, exceed, north of',
  ],
  [
    'more-than',
    'a good, surpassing, surpasses, surpassed, surpass, topping, topped, tops, beyond, larger than',
  ],
  ['more-than', 'well above, just above, well in excess of, far more than, higher than'],
  [
    'at-least',
    'at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, min., ≥, >=',
  ],
  ['at-least', 'minimum, a minimum, upwards from, at the very least, at a minimum, not below'],
  ['less-than', 'less than, fewer than, under, below, <, not even, lower than, well under, well below'],
  ['less-than', 'south of, short of, smaller than, not as many as, not as much as'],
  [
    'at-most',
    'at most, up to, as many as, as much as, no more than, not more than, not exceeding, a maximum of',
  ],
  ['at-most', 'maximum, a maximum, maximum of, max., ≤, <=, at the most, not over, not above, capped at'],
  ['at-most', 'not exceed, not exceeded, never exceeded, not surpass, not surpassed, not top, not topped'],
  ['less-than', 'nowhere near, not nearly, not quite as many as'],
  ['about', 'estimated at, estimated, give or take, in the neighbourhood of, or thereabouts'],
  ['about', 'in the neighborhood of, roughly estimated at'],
  // Only just so many, or not even that.
  [
    'unclear',
    'barely, hardly, scarcely, barely more than, hardly more than, scarcely more than, little more than',
  ],
  ['unclear', 'not much more than, not many more than, barely over, hardly over, all but, plus or minus'],
  [
    'unclear',
    'not much less than, little less than, crossed, crossing, barely above, as little as, as few as, not far from',
  ],
]);

export const unitReadings = synonyms<UnitReading>([
  [{ unit: 'percent' }, '%, percent, per cent, pct, per-cent'],
  [{ unit: 'percent', exponent: -1 }, '‰, per mille, per mil'],
  [{ unit: 'percent', exponent: 2 }, 'fold'],
  [
    { unit: 'percentage-point' },
    'percentage points, percentage point, percentage-point, pp, ppt, ppts, pps, p.p., pct pts',
  ],
  [
    { unit: 'people' },
    'people, person, persons, inhabitants, residents, employees, researchers, scientists, workers',
  ],
  [
    { unit: 'm2' },
    'm², m2, sq m, sqm, square metres, square meters, square metre, square meter, square-metre, square-meter',
  ],
  [{ unit: 'km2' }, 'km², km2, sq km, sqkm, square kilometres, square kilometers, square kilometre'],
  [{ unit: 'km2' }, 'square kilometer, square-kilometre, square-kilometer'],
  [{ unit: 'ha' }, 'hectares, hectare, ha'],
  [{ unit: 'mu' }, 'mu'],
  [{ unit: 'kW' }, 'kw, kilowatts, kilowatt'],
  [{ unit: 'kW', exponent: 3 }, 'mw, megawatts, megawatt'],
  [{ unit: 'kW', exponent: 6 }, 'gw, gigawatts, gigawatt'],
  [{ unit: 'kWh' }, 'kwh, kilowatt-hours, kilowatt hours, kilowatt-hour'],
  [{ unit: 'kWh', exponent: 3 }, 'mwh, megawatt-hours, megawatt hours'],
  [{ unit: 'kWh', exponent: 6 }, 'gwh, gigawatt-hours, gigawatt hours'],
  [{ unit: 'kWh', exponent: 9 }, 'twh, terawatt-hours, terawatt hours'],
  [{ unit: 't' }, 'tonnes, tonne, metric tons, metric tonnes, tons, ton, t'],
  [{ unit: 'year' }, 'years, year'],
  [{ unit: 'CNY' }, 'rmb, yuan, chinese yuan, yuan renminbi, renminbi'],
  [{ unit: 'USD' }, 'us dollars, u.s. dollars, us dollar, american dollars, dollars, dollar'],
  [{ unit: 'EUR' }, 'euros, euro, €'],
  [{ unit: 'GBP' }, 'pounds sterling, pounds'],
  [{ unit: 'JPY' }, 'japanese yen, yen'],
  [{ unit: 'HKD' }, 'hong kong dollars'],
  [{ unit: 'SGD' }, 'singapore dollars'],
  [{ unit: 'AUD' }, 'australian dollars'],
  [{ unit: 'CAD' }, 'canadian dollars'],
  [{ unit: 'CHF' }, 'swiss francs'],
  [{ unit: 'KRW' }, 'south korean won, korean won, won'],
  [{ unit: 'INR' }, 'indian rupees, rupees'],
]);
