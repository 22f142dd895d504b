import type { Industry, Status } from '@leadlog/domain/vocabulary';
import { bySpelling } from './import-fields';

const STATUS_WORDS: Record<Status, readonly string[]> = {
  new: ['open', 'neu', 'offen'],
  qualified: ['qualifiziert'],
  lost: ['closed lost', 'disqualified', 'verloren', 'disqualifiziert'],
};

const INDUSTRY_WORDS: Record<Industry, readonly string[]> = {
  tech: [
    'technology',
    'IT',
    'software',
    'information technology',
    'Technologie',
    'Technik',
    'Informationstechnik',
    'Informationstechnologie',
    'EDV',
  ],
  finance: [
    'financial services',
    'banking',
    'insurance',
    'Finanzen',
    'Finanzwesen',
    'Finanzdienstleistungen',
    'Bank',
    'Banken',
    'Versicherung',
    'Versicherungen',
  ],
  healthcare: ['health', 'medical', 'Gesundheit', 'Gesundheitswesen', 'Medizin'],
  manufacturing: [
    'production',
    'Industrie',
    'Produktion',
    'Fertigung',
    'Maschinenbau',
    'Verarbeitendes Gewerbe',
  ],
  retail: ['trade', 'commerce', 'wholesale', 'e-commerce', 'Handel', 'Einzelhandel', 'Großhandel'],
  education: ['Bildung', 'Bildungswesen'],
  public: [
    'public sector',
    'government',
    'Öffentlicher Sektor',
    'Öffentliche Verwaltung',
    'Öffentlicher Dienst',
    'Verwaltung',
    'Behörde',
  ],
  energy: ['utilities', 'Energie', 'Energiewirtschaft', 'Energieversorgung'],
  logistics: ['transport', 'transportation', 'Logistik', 'Spedition', 'Verkehr'],
  media: ['publishing', 'Medien', 'Verlag', 'Verlagswesen'],
  hospitality: [
    'tourism',
    'hotel',
    'Gastgewerbe',
    'Gastronomie',
    'Hotellerie',
    'Hotel- und Gaststättengewerbe',
    'Tourismus',
  ],
  real_estate: ['property', 'Immobilien', 'Immobilienwirtschaft'],
  other: ['others', 'Sonstige', 'Sonstiges', 'Andere', 'Anderes'],
};

/** The status that a word of an imported file stands for, or null. */
export const statusOfWord = bySpelling(STATUS_WORDS);

/** The industry that a word of an imported file stands for, or null. */
export const industryOfWord = bySpelling(INDUSTRY_WORDS);
