import type { LeadCreateInput } from '@leadlog/contracts/lead';
import type { Industry, Status } from '@leadlog/domain/vocabulary';
import { FAMILIES, FRENCH_TRADES, GIVEN_NAMES, LEADING_TRADES, PLACES, TRADES } from './names.ts';
import { Random } from './random.ts';

export interface DemoLead {
  lead: LeadCreateInput;
  /** Who enters it and works on it. */
  actor: string;
  /** The statuses that it goes through after it was entered. */
  changes: Status[];
}

/** Where a company is at home; FR stands for the French-speaking part of Switzerland. */
type Region = keyof typeof PLACES;

const SEED = 1848;
const STAFF = ['mara', 'jens', 'aylin', 'tobias', 'sophie'];
const DAY_MS = 24 * 60 * 60 * 1000;
const OLDEST_ACTIVITY_DAYS = 60;

const REGIONS: [Region, number][] = [
  ['DE', 66],
  ['AT', 16],
  ['CH', 13],
  ['FR', 5],
];

const INDUSTRIES: [Industry, number][] = [
  ['manufacturing', 20],
  ['tech', 16],
  ['healthcare', 11],
  ['finance', 8],
  ['retail', 9],
  ['logistics', 7],
  ['energy', 6],
  ['media', 5],
  ['hospitality', 6],
  ['real_estate', 4],
  ['education', 4],
  ['public', 3],
  ['other', 4],
];

const PATHS: [Status[], number][] = [
  [[], 58],
  [['qualified'], 22],
  [['qualified', 'lost'], 6],
  [['lost'], 8],
  [['lost', 'new'], 3],
  [['lost', 'new', 'qualified'], 3],
];

type SizeRange = [smallest: number, largest: number];

const SIZES: [SizeRange, number][] = [
  [[2, 9], 24],
  [[10, 49], 32],
  [[50, 200], 24],
  [[201, 1200], 15],
  [[1201, 8500], 5],
];
/** Industry grows large; most other trades stay small, and what the public owns is neither. */
const LARGE_INDUSTRIES: readonly Industry[] = ['tech', 'manufacturing', 'logistics', 'energy'];
const SMALL_SIZES = SIZES.slice(0, 3);
const PUBLIC_SIZES = SIZES.slice(2, 4);

/** The same leads on every machine and day; only their activity counts back from `now`. */
export function demoLeads(count: number, now: Date): DemoLead[] {
  const random = new Random(SEED);
  const taken = new Set<string>();
  return Array.from({ length: count }, () => demoLead(random, taken, now));
}

function demoLead(random: Random, taken: Set<string>, now: Date): DemoLead {
  const region = random.weighted(REGIONS);
  const industry = random.weighted(
    INDUSTRIES.filter(([one]) => region !== 'FR' || one in FRENCH_TRADES),
  );
  const employees = random.between(...random.weighted(sizesOf(industry)));
  const firm = newFirm(random, region, industry, taken);
  const domain = `${random.chance(0.06) ? umlautSlug(firm) : slug(firm)}.example`;
  const actor = random.pick(STAFF);
  return {
    actor,
    changes: random.weighted(PATHS),
    lead: {
      name: `${firm} ${industry === 'public' ? 'GmbH' : legalForm(random, region, employees)}`,
      domain: random.chance(0.88) ? domain : null,
      employee_count: random.chance(0.92) ? employees : null,
      industry: random.chance(0.93) ? industry : null,
      last_activity_at: random.chance(0.9) ? activity(random, now) : null,
      owner: random.chance(0.8) ? actor : null,
      primary_contact: random.chance(0.87) ? contact(random, region, domain) : null,
    },
  };
}

function sizesOf(industry: Industry): typeof SIZES {
  if (industry === 'public') return PUBLIC_SIZES;
  return LARGE_INDUSTRIES.includes(industry) ? SIZES : SMALL_SIZES;
}

/** A name that no other company has: with its place where the shorter one is taken. */
function newFirm(random: Random, region: Region, industry: Industry, taken: Set<string>): string {
  for (;;) {
    const short = firmName(random, region, industry);
    const name = taken.has(short) ? `${short} ${random.pick(PLACES[region])}` : short;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function firmName(random: Random, region: Region, industry: Industry): string {
  const family = random.pick(FAMILIES[region]);
  const french = region === 'FR' ? FRENCH_TRADES[industry] : undefined;
  if (french) return `${random.pick(french)} ${family}`;
  const trade = random.pick(TRADES[industry]);
  if (industry === 'public') return `${trade} ${random.pick(PLACES[region])}`;
  if (LEADING_TRADES.has(trade)) return `${trade} ${family}`;
  return random.weighted([
    [`${family} ${trade}`, 7],
    [`${trade} ${family}`, 1],
    [`${family} & ${random.pick(['Söhne', 'Partner', 'Töchter'])} ${trade}`, 2],
  ]);
}

function legalForm(random: Random, region: Region, employees: number): string {
  const [small, middle, large] = {
    DE: [
      ['e.K.', 'GmbH', 'OHG', 'KG'],
      ['GmbH', 'GmbH', 'GmbH & Co. KG', 'KG'],
      ['AG', 'GmbH', 'SE'],
    ],
    AT: [
      ['OG', 'KG', 'GmbH', 'e.U.'],
      ['GmbH', 'GmbH', 'GmbH & Co KG'],
      ['AG', 'GmbH'],
    ],
    CH: [['GmbH', 'AG'], ['AG', 'GmbH'], ['AG']],
    FR: [['Sàrl'], ['Sàrl', 'SA'], ['SA']],
  }[region];
  return random.pick((employees < 10 ? small : employees <= 200 ? middle : large) ?? ['GmbH']);
}

function activity(random: Random, now: Date): string {
  const age = random.next() * OLDEST_ACTIVITY_DAYS * DAY_MS;
  return new Date(now.getTime() - age).toISOString();
}

type DemoContact = NonNullable<LeadCreateInput['primary_contact']>;

function contact(random: Random, region: Region, domain: string): DemoContact {
  const first = random.pick(GIVEN_NAMES);
  const last = random.pick(FAMILIES[region]);
  const addresses = [
    `${slug(first)}.${slug(last)}@${domain}`,
    `info@${domain}`,
    `${slug(last)}@mail.example`,
  ].slice(
    0,
    random.weighted([
      [0, 1],
      [1, 5],
      [2, 3],
      [3, 1],
    ]),
  );
  const primary = random.between(0, Math.max(0, addresses.length - 1));
  return {
    first_name: first,
    last_name: last,
    phone: random.chance(0.75) ? phone(random, region) : null,
    emails: addresses.map((value, index) => ({ value, is_primary: index === primary })),
  };
}

/** Numbers that nobody has: Germany keeps some for films, elsewhere none begins with a zero. */
function phone(random: Random, region: Region): string {
  const number = String(random.between(0, 999)).padStart(3, '0');
  if (region === 'DE')
    return `+49 ${random.pick(['30 23125', '69 90009', '40 66969', '221 4710', '89 99998'])}${number}`;
  if (region === 'AT') return `+43 ${random.pick(['1', '316', '662'])} 0${number}${number}`;
  return `+41 ${random.pick(['44', '31', '21'])} 0${number.slice(1)} ${number.slice(1)} ${number.slice(0, 2)}`;
}

const TRANSCRIPTIONS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i' };

/** A name as part of a host name or e-mail address. */
function slug(text: string): string {
  return umlautSlug(text)
    .replaceAll(/[äöüßı]/g, (letter) => TRANSCRIPTIONS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}

/** The same with its umlauts, as internationalised host names have them. */
function umlautSlug(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-');
}
