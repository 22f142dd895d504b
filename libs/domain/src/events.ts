import type { ActivityKind, Industry, Status } from './vocabulary';

/**
 * What happened to a lead. `data` may be read by everybody and stays for good; whatever tells
 * of a person stands in `personal`, which is stored encrypted and reads `'erased'` once its key
 * is destroyed.
 */
export type LeadEvent =
  | LeadCreated
  | StatusChanged
  | LeadDetailsChanged
  | LeadAssigned
  | PrimaryContactSet
  | PrimaryContactRemoved
  | ActivityLogged
  | LeadArchived
  | LeadRestored
  | PersonalDataErased;

/** What describes the company, and may be corrected as one pleases. */
export interface LeadDetails {
  name: string;
  domain: string | null;
  employee_count: number | null;
  industry: Industry | null;
}

export interface LeadCreated {
  type: 'LeadCreated';
  data: LeadDetails & {
    status: Status;
    last_activity_at: string | null;
    owner: string | null;
    primary_contact: ContactIds | null;
    /** Absent where it was no import that made the lead. */
    import?: ImportedRow;
  };
  personal: Person | 'erased' | null;
}

/** The row of an imported file that a lead was made from. No line of a batch makes two leads. */
export interface ImportedRow {
  batch_id: string;
  /** The line of the file at which the row begins; the header is line 1. */
  line: number;
}

export interface StatusChanged {
  type: 'StatusChanged';
  data: FromTo<Status>;
  personal: null;
}

export interface LeadDetailsChanged {
  type: 'LeadDetailsChanged';
  /** The details that changed, and no others; at least one. */
  data: { [Detail in keyof LeadDetails]?: FromTo<LeadDetails[Detail]> };
  personal: null;
}

export interface FromTo<T> {
  from: T;
  to: T;
}

export interface LeadAssigned {
  type: 'LeadAssigned';
  data: FromTo<string | null>;
  personal: null;
}

/** There was no contact before, or another one, or this one with other details. */
export interface PrimaryContactSet {
  type: 'PrimaryContactSet';
  data: ContactIds;
  personal: Person | 'erased';
}

export interface PrimaryContactRemoved {
  type: 'PrimaryContactRemoved';
  data: { id: number };
  personal: null;
}

export interface ActivityLogged {
  type: 'ActivityLogged';
  data: { kind: ActivityKind; occurred_at: string };
  /** A note may tell of anybody. */
  personal: { note: string } | 'erased' | null;
}

/** The lead was taken out of the lists. */
export interface LeadArchived {
  type: 'LeadArchived';
  data: Record<string, never>;
  personal: null;
}

export interface LeadRestored {
  type: 'LeadRestored';
  data: Record<string, never>;
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
