import { FAMILIES, GIVEN_NAMES, PLACES, TRADES } from '../../demo/names.ts';
import { Random } from '../../demo/random.ts';
import type { NewLead } from '@leadlog/domain/decide';
import type { Industry, Status } from '@leadlog/domain/vocabulary';

const DAY_MS = 24 * 60 * 60 * 1000;
const REGIONS = ['DE', 'DE', 'DE', 'AT', 'CH'] as const;
const FORMS = ['GmbH', 'GmbH', 'GmbH', 'AG', 'GmbH & Co. KG', 'OHG', 'e.K.'] as const;
const SIZES = [8, 30, 120, 700] as const;
const OWNERS = Array.from({ length: 40 }, (_, number) => `owner-${number + 1}`);

const STATUSES: [Status, number][] = [
  ['new', 58],
  ['qualified', 28],
  ['lost', 14],
];

/** Leads such as a CRM holds them, as many as one likes, the same for the same seed. */
export class BenchLeads {
  private readonly random: Random;
  private number = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  /** The next lead, entered at `now`; `lastActivityAt` where all have the same. */
  next(now: Date, lastActivityAt: string | null): NewLead {
    const { random } = this;
    const region = random.pick(REGIONS);
    const industry = random.pick(Object.keys(TRADES) as Industry[]);
    const firm = `${random.pick(FAMILIES[region])} ${random.pick(TRADES[industry])}`;
    const place = random.pick(PLACES[region]);
    const domain = `${slug(firm)}-${++this.number}.example`;
    return {
      name: `${firm} ${place} ${random.pick(FORMS)}`,
      domain: random.chance(0.88) ? domain : null,
      status: random.weighted(STATUSES),
      employee_count: random.chance(0.92) ? random.pick(SIZES) : null,
      industry: random.chance(0.93) ? industry : null,
      last_activity_at: lastActivityAt ?? this.activity(now),
      owner: random.chance(0.8) ? random.pick(OWNERS) : null,
      primary_contact: random.chance(0.87)
        ? this.contact(random.pick(FAMILIES[region]), domain)
        : null,
    };
  }

  private activity(now: Date): string | null {
    if (this.random.chance(0.1)) return null;
    return new Date(+now - this.random.next() * 60 * DAY_MS).toISOString();
  }

  private contact(last_name: string, domain: string): NewLead['primary_contact'] {
    const first_name = this.random.pick(GIVEN_NAMES);
    const addresses = [`${slug(first_name)}.${slug(last_name)}@${domain}`, `info@${domain}`];
    return {
      first_name,
      last_name,
      phone: this.random.chance(0.75) ? `+49 30 23125${this.random.between(100, 999)}` : null,
      emails: addresses
        .slice(0, this.random.between(0, 2))
        .map((value, index) => ({ value, is_primary: index === 0 })),
    };
  }
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-');
}
