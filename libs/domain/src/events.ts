import type { Industry, Status } from './vocabulary';

/**
 * What happened to a lead. `data` may be read by everybody and stays for good; whatever tells
 * of a person stands in `personal`, which is stored encrypted and reads `'erased'` once its key
 * is destroyed.
 */
export type LeadEvent = LeadCreated | StatusChanged | PersonalDataErased;

export interface LeadCreated {
  type: 'LeadCreated';
  data: {
    name: string;
    domain: string | null;
    status: Status;
    employee_count: number | null;
    industry: Industry | null;
    last_activity_at: string | null;
    owner: string | null;
    primary_contact: ContactIds | null;
  };
  personal: Person | 'erased' | null;
}

export interface StatusChanged {
  type: 'StatusChanged';
  data: { from: Status; to: Status };
  personal: null;
}

/** All keys of the lead so far were destroyed: whoever it knew is gone from every event before. */
export interface PersonalDataErased {
  type: 'PersonalDataErased';
  data: Record<string, never>;
  personal: null;
}

/** The part of a contact that does not tell who it is. */
export interface ContactIds {
  id: number;
  emails: { id: number; is_primary: boolean }[];
}

export interface Person {
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  /** In the order of the `ContactIds` that stand in the same event. */
  emails: string[];
}
