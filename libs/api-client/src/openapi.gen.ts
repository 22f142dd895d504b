// The types of openapi.json, written by `nx run api-client:generate`. Do not edit.

export interface paths {
  '/problems/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Explain a kind of problem to a person */
    get: operations['explainProblem'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import leads from a CSV file
     * @description Up to 100,000 rows or 50 MiB. The header line says what the columns are:
     *     those of the export, and common English and German ones such as `Firma`, `Branche`, `Mitarbeiter`,
     *     `Ansprechpartner` and `E-Mail`, in any case and punctuation; others by `map`, or left out. Comma,
     *     semicolon or tab, UTF-8 or Windows-1252 are recognised. Several e-mails in a cell are parted by `;`, the
     *     primary one first. A day is `2026-11-20` or `20.11.2026`.
     *
     *     A row that breaks a rule is refused, and keeps no other from being imported. Every lead's first event
     *     names the batch and the line. An import that is cut off, even by a crash, goes on with the next start,
     *     and makes no row twice.
     */
    post: operations['importLeads'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read how far an import is, and which rows it has refused */
    get: operations['readImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/refused': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download the rows that an import has refused, to mend and send them again
     * @description The columns of the file, then `line`, `column` and `reason`, which an import leaves out. Kept for a day after the import, or until personal data of the tenant is erased.
     */
    get: operations['readRefusedRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List leads, the most urgent first */
    get: operations['listLeads'];
    put?: never;
    /** Create a lead, with its primary contact if there is one */
    post: operations['createLead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download the list as CSV, for a spreadsheet or to import it elsewhere
     * @description All that the list shows for the same filters, in its order; each lead once, however they move meanwhile. E-mails are parted by `;`, the primary one first. Cells that a spreadsheet would run begin with `'`, which an import takes away. A download that fails breaks off.
     */
    get: operations['exportLeads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a lead, as it is now or as it was at a moment */
    get: operations['readLead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change a lead's details or owner */
    patch: operations['editLead'];
    trace?: never;
  };
  '/leads/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what happened to a lead, oldest first */
    get: operations['readLeadHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change a lead's status */
    post: operations['changeStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}/primary-contact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set or replace the primary contact */
    put: operations['setPrimaryContact'];
    post?: never;
    /** Remove the primary contact */
    delete: operations['removePrimaryContact'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}/activities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log a call, an e-mail, a meeting or a note */
    post: operations['logActivity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a lead out of the lists */
    post: operations['archiveLead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a lead back into the lists */
    post: operations['restoreLead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}/erasure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Erase all personal data of a lead, present and past, for good */
    post: operations['erasePersonalData'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find leads with the same domain, e-mail or name, before one is created
     * @description Writes nothing. Domains are compared as A-labels, e-mails and names in any case.
     */
    post: operations['findDuplicates'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leads/{id}/duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find other leads with the domain, an e-mail or the name of a lead */
    get: operations['findLeadDuplicates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the tenant's saved views of the list */
    get: operations['listViews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/views/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Save a view of the list, or replace the one of this name */
    put: operations['saveView'];
    post?: never;
    /** Delete a saved view */
    delete: operations['deleteView'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the tenant's log: everything that happened, oldest first */
    get: operations['readLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/history/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Walk the hash chain of the log and say whether it is intact
     * @description Who asks while a walk is under way gets its outcome: up to where the log was when it began.
     */
    get: operations['verifyLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/history/checkpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sign the end of the log
     * @description Kept elsewhere, it shows later whether the log was cut or made anew.
     */
    get: operations['signCheckpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/history/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the public keys that checkpoints were ever signed with
     * @description The same for all tenants. Each new key is signed by the one before.
     */
    get: operations['readSigningKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/history/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download the log, to verify it elsewhere or to read it in a spreadsheet
     * @description It ends where the log ended when the download began; a download that fails breaks off. In ndjson personal data is sealed. In csv a contact is its number alone, as no erasure reaches a file that was handed out, and cells that a spreadsheet would run begin with `'`.
     */
    get: operations['exportLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow the log live, by server-sent events
     * @description One message an event: `id` its position, `event` its type, `data` a HistoryEntry in which contacts are their number alone. Begins after `Last-Event-ID`, else after `after`, else now. A comment comes every 15 s; a reader that takes nothing for as long is cut off, and goes on where it was when it comes back.
     */
    get: operations['followLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the tenant's leads in figures */
    get: operations['readStats'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me/tenants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the same figures for each of your tenants, side by side */
    get: operations['compareTenants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read who asks, and which tenants and roles they have
     * @description Needs no tenant. By header everybody has every role, and every tenant with a log.
     */
    get: operations['readMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process runs */
    get: operations['checkLiveness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the service can answer */
    get: operations['checkReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the figures for Prometheus */
    get: operations['readMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description A file that is, or was, imported.
     * @example {
     *       "id": "6f1f3a52-4f3b-4a52-9d0e-0f6d4a4f7c11",
     *       "status": "done",
     *       "dry_run": false,
     *       "rows": 5000,
     *       "imported": 4999,
     *       "refused": 1,
     *       "batch_id": "6f1f3a52-4f3b-4a52-9d0e-0f6d4a4f7c11",
     *       "failure": null,
     *       "refused_rows": [
     *         {
     *           "line": 17,
     *           "column": "E-Mail",
     *           "detail": "must be an e-mail address such as ada@acme.example",
     *           "code": "email"
     *         }
     *       ]
     *     }
     */
    Import: {
      /** @description Names the import. */
      id: string;
      /**
       * @description How far it is.
       * @enum {string}
       */
      status: 'running' | 'done' | 'failed';
      /** @description It only reports. */
      dry_run: boolean;
      /** @description Rows of the file, without its header; 0 until counted. */
      rows: number;
      /** @description Rows that are leads now; in a dry run, that would be. */
      imported: number;
      /** @description Rows that made no lead; `refused_rows` says why. */
      refused: number;
      /** @description Stands, with the line, as `import` in the `data` of every LeadCreated. */
      batch_id: string;
      /** @description Null unless it failed. */
      failure: components['schemas']['ImportFailure'] | null;
      /** @description The first 1,000, for a day; all as CSV at `/imports/{id}/refused`. */
      refused_rows: components['schemas']['RefusedRow'][];
    };
    /**
     * @description Why an import as a whole came to nothing.
     * @example {
     *       "code": "too_many_rows",
     *       "detail": "a file has at most 100,000 rows",
     *       "line": null
     *     }
     */
    ImportFailure: {
      /**
       * @description Stable name of the reason.
       * @enum {string}
       */
      code: 'unreadable' | 'too_many_rows' | 'internal';
      /** @description The reason in words. */
      detail: string;
      /** @description Where the row begins that cannot be read; null: no row is to blame. */
      line: number | null;
    };
    /**
     * @description A row that made no lead, and why.
     * @example {
     *       "line": 17,
     *       "column": "E-Mail",
     *       "detail": "must be an e-mail address such as ada@acme.example",
     *       "code": "email"
     *     }
     */
    RefusedRow: {
      /** @description Where the row begins; the header is line 1. */
      line: number;
      /** @description The file's header of the first cell that is wrong; null: the row as a whole. */
      column: string | null;
      /** @description What is wrong, with every cell of the row. */
      detail: string;
      /** @description Stable name of the first rule that is broken. */
      code: string;
    };
    /**
     * @description A company to be won.
     * @example {
     *       "name": "Acme GmbH",
     *       "domain": "acme.example",
     *       "employee_count": 120,
     *       "industry": "tech",
     *       "primary_contact": {
     *         "first_name": "Ada",
     *         "last_name": "Lovelace",
     *         "phone": "+49 30 1234567",
     *         "emails": [
     *           {
     *             "value": "ada@acme.example",
     *             "is_primary": true
     *           }
     *         ]
     *       }
     *     }
     */
    LeadCreate: {
      /** @description Name of the company. */
      name: string;
      /**
       * Format: idn-hostname
       * @description Host name of its website, in lower case.
       */
      domain?: string | null;
      /** @description Where it stands already; `new` unless given. */
      status?: components['schemas']['Status'] | null;
      /** @description How many people work there. */
      employee_count?: number | null;
      /** @description What it does. */
      industry?: components['schemas']['Industry'] | null;
      /**
       * Format: date-time
       * @description When there was last contact, if ever. Not in the future.
       */
      last_activity_at?: string | null;
      /** @description The actor who looks after it. */
      owner?: string | null;
      /** @description Whom to call, if known. */
      primary_contact?: components['schemas']['ContactCreate'] | null;
    };
    /**
     * @description Where a lead stands. Any may follow any other.
     * @example qualified
     * @enum {string}
     */
    Status: 'new' | 'qualified' | 'lost';
    /**
     * @description What a company does.
     * @example tech
     * @enum {string}
     */
    Industry:
      | 'tech'
      | 'finance'
      | 'healthcare'
      | 'manufacturing'
      | 'retail'
      | 'education'
      | 'public'
      | 'energy'
      | 'logistics'
      | 'media'
      | 'hospitality'
      | 'real_estate'
      | 'other';
    /**
     * @description A person at the company: at least one field.
     * @example {
     *       "first_name": "Ada",
     *       "last_name": "Lovelace",
     *       "phone": "+49 30 1234567",
     *       "emails": [
     *         {
     *           "value": "ada@acme.example",
     *           "is_primary": true
     *         }
     *       ]
     *     }
     */
    ContactCreate: {
      /** @description Given name. */
      first_name?: string | null;
      /** @description Family name. */
      last_name?: string | null;
      /** @description Telephone number, kept as typed. */
      phone?: string | null;
      /** @description E-mail addresses, in the order in which they are to be shown. */
      emails?: components['schemas']['EmailCreate'][] | null;
    };
    /**
     * @description An e-mail address of a contact.
     * @example {
     *       "value": "ada@acme.example",
     *       "is_primary": true
     *     }
     */
    EmailCreate: {
      /**
       * Format: idn-email
       * @description Kept as typed; unique in its list, in any case.
       */
      value: string;
      /** @description At most one is; where none is, the first becomes it. */
      is_primary?: boolean | null;
    };
    /**
     * @description A lead, at the moment of the answer or at the one that was asked for.
     * @example {
     *       "id": 17,
     *       "tenant_id": "demo",
     *       "name": "Acme GmbH",
     *       "domain": "acme.example",
     *       "status": "new",
     *       "employee_count": 120,
     *       "industry": "tech",
     *       "last_activity_at": "2026-11-20T09:00:00.000Z",
     *       "owner": "mara",
     *       "archived": false,
     *       "priority": 95,
     *       "priority_until": "2026-11-27T09:00:00.000Z",
     *       "priority_breakdown": [
     *         {
     *           "criterion": "status",
     *           "value": "new",
     *           "points": 10
     *         },
     *         {
     *           "criterion": "primary_contact",
     *           "value": true,
     *           "points": 20
     *         },
     *         {
     *           "criterion": "domain",
     *           "value": "acme.example",
     *           "points": 10
     *         },
     *         {
     *           "criterion": "company_size",
     *           "value": 120,
     *           "points": 20
     *         },
     *         {
     *           "criterion": "industry",
     *           "value": "tech",
     *           "points": 15
     *         },
     *         {
     *           "criterion": "last_activity",
     *           "value": "2026-11-20T09:00:00.000Z",
     *           "points": 20
     *         }
     *       ],
     *       "primary_contact_id": 9,
     *       "primary_contact": {
     *         "first_name": "Ada",
     *         "last_name": "Lovelace",
     *         "phone": "+49 30 1234567",
     *         "emails": [
     *           {
     *             "id": 12,
     *             "value": "ada@acme.example",
     *             "is_primary": true
     *           }
     *         ],
     *         "id": 9
     *       },
     *       "created_at": "2026-11-22T10:03:16.953Z",
     *       "updated_at": "2026-11-22T10:03:16.953Z",
     *       "version": 1
     *     }
     */
    LeadRead: {
      /** @description Number of the lead within its tenant, from 1. */
      id: number;
      /** @description The tenant whose lead it is. */
      tenant_id: string;
      /** @description Name of the company. */
      name: string;
      /** @description Host name of its website, in lower case. */
      domain: string | null;
      status: components['schemas']['Status'];
      /** @description How many people work there. */
      employee_count: number | null;
      /** @description What it does. */
      industry: components['schemas']['Industry'] | null;
      /**
       * Format: date-time
       * @description The newest of what was given and the activities logged since.
       */
      last_activity_at: string | null;
      /** @description The actor who looks after it. */
      owner: string | null;
      /** @description Whether it was taken out of the lists. */
      archived: boolean;
      /** @description How urgent it is at the moment of the answer; it falls as activity ages. */
      priority: number;
      /**
       * Format: date-time
       * @description When the priority falls next if there is no activity; null: never.
       */
      priority_until: string | null;
      /** @description All six criteria; their points add up to the priority. */
      priority_breakdown: components['schemas']['PriorityPart'][];
      /** @description Number of the contact, if any. */
      primary_contact_id: number | null;
      /** @description Whom to call, if known. After an erasure null; erased in what tells of before. */
      primary_contact:
        (components['schemas']['ContactRead'] | components['schemas']['ContactErased']) | null;
      /**
       * Format: date-time
       * @description When it was created.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When its newest event was recorded.
       */
      updated_at: string;
      /** @description How many events it has. */
      version: number;
    };
    /**
     * @description One of the six criteria of a priority.
     * @example {
     *       "criterion": "status",
     *       "value": "new",
     *       "points": 10
     *     }
     */
    PriorityPart: {
      /**
       * @description What is judged.
       * @enum {string}
       */
      criterion:
        'status' | 'primary_contact' | 'domain' | 'company_size' | 'industry' | 'last_activity';
      /** @description What was found: a status, a number of people, a moment, … */
      value: string | number | boolean | null;
      /** @description What it adds to the priority. */
      points: number;
    };
    /**
     * @description The person at the company whom to call.
     * @example {
     *       "first_name": "Ada",
     *       "last_name": "Lovelace",
     *       "phone": "+49 30 1234567",
     *       "emails": [
     *         {
     *           "id": 12,
     *           "value": "ada@acme.example",
     *           "is_primary": true
     *         }
     *       ],
     *       "id": 9
     *     }
     */
    ContactRead: {
      /** @description Number of the contact within its tenant. */
      id: number;
      /** @description Given name. */
      first_name: string | null;
      /** @description Family name. */
      last_name: string | null;
      /** @description Telephone number, as it was typed. */
      phone: string | null;
      /** @description E-mail addresses, in the order given. */
      emails: components['schemas']['EmailRead'][];
    };
    /**
     * @description An e-mail address of a contact.
     * @example {
     *       "id": 12,
     *       "value": "ada@acme.example",
     *       "is_primary": true
     *     }
     */
    EmailRead: {
      /** @description Number of the e-mail within its tenant. */
      id: number;
      /** @description The address as it was typed. */
      value: string;
      /** @description Exactly one of a contact’s is. */
      is_primary: boolean;
    };
    /**
     * @description A contact whose person was erased, in an answer that tells of earlier times.
     * @example {
     *       "id": 9,
     *       "erased": true
     *     }
     */
    ContactErased: {
      /** @description Number of the contact within its tenant. */
      id: number;
      /**
       * @description Always `true`.
       * @constant
       */
      erased: true;
    };
    /**
     * @description A page of the leads that match.
     * @example {
     *       "items": [
     *         {
     *           "id": 17,
     *           "tenant_id": "demo",
     *           "name": "Acme GmbH",
     *           "domain": "acme.example",
     *           "status": "new",
     *           "employee_count": 120,
     *           "industry": "tech",
     *           "last_activity_at": "2026-11-20T09:00:00.000Z",
     *           "owner": "mara",
     *           "archived": false,
     *           "priority": 95,
     *           "priority_until": "2026-11-27T09:00:00.000Z",
     *           "priority_breakdown": [
     *             {
     *               "criterion": "status",
     *               "value": "new",
     *               "points": 10
     *             },
     *             {
     *               "criterion": "primary_contact",
     *               "value": true,
     *               "points": 20
     *             },
     *             {
     *               "criterion": "domain",
     *               "value": "acme.example",
     *               "points": 10
     *             },
     *             {
     *               "criterion": "company_size",
     *               "value": 120,
     *               "points": 20
     *             },
     *             {
     *               "criterion": "industry",
     *               "value": "tech",
     *               "points": 15
     *             },
     *             {
     *               "criterion": "last_activity",
     *               "value": "2026-11-20T09:00:00.000Z",
     *               "points": 20
     *             }
     *           ],
     *           "primary_contact_id": 9,
     *           "primary_contact": {
     *             "first_name": "Ada",
     *             "last_name": "Lovelace",
     *             "phone": "+49 30 1234567",
     *             "emails": [
     *               {
     *                 "id": 12,
     *                 "value": "ada@acme.example",
     *                 "is_primary": true
     *               }
     *             ],
     *             "id": 9
     *           },
     *           "created_at": "2026-11-22T10:03:16.953Z",
     *           "updated_at": "2026-11-22T10:03:16.953Z",
     *           "version": 1
     *         }
     *       ],
     *       "total": 1,
     *       "next_cursor": null
     *     }
     */
    LeadPage: {
      /** @description In the order that was asked for. */
      items: components['schemas']['LeadRead'][];
      /** @description How many leads match in all, exactly. */
      total: number;
      /** @description The `cursor` of the next page, or null at the end. */
      next_cursor: string | null;
    };
    /**
     * @description What happened to a lead.
     * @example {
     *       "items": [
     *         {
     *           "position": 41,
     *           "lead_id": 17,
     *           "version": 2,
     *           "type": "StatusChanged",
     *           "schema_version": 1,
     *           "recorded_at": "2026-11-22T10:03:16.953Z",
     *           "actor": "mara",
     *           "correlation_id": "4bf92f3577b34da6a3ce929d0e0e4736",
     *           "data": {
     *             "from": "new",
     *             "to": "qualified"
     *           },
     *           "changes": [
     *             {
     *               "field": "status",
     *               "from": "new",
     *               "to": "qualified"
     *             }
     *           ],
     *           "priority": {
     *             "before": 95,
     *             "after": 135
     *           },
     *           "hash": "9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025"
     *         }
     *       ],
     *       "total": 2
     *     }
     */
    LeadHistory: {
      /** @description Oldest first. */
      items: components['schemas']['HistoryEntry'][];
      /** @description How many events the lead has. */
      total: number;
    };
    /**
     * @description An event, with what it changed.
     * @example {
     *       "position": 41,
     *       "lead_id": 17,
     *       "version": 2,
     *       "type": "StatusChanged",
     *       "schema_version": 1,
     *       "recorded_at": "2026-11-22T10:03:16.953Z",
     *       "actor": "mara",
     *       "correlation_id": "4bf92f3577b34da6a3ce929d0e0e4736",
     *       "data": {
     *         "from": "new",
     *         "to": "qualified"
     *       },
     *       "changes": [
     *         {
     *           "field": "status",
     *           "from": "new",
     *           "to": "qualified"
     *         }
     *       ],
     *       "priority": {
     *         "before": 95,
     *         "after": 135
     *       },
     *       "hash": "9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025"
     *     }
     */
    HistoryEntry: {
      /** @description Place in the tenant's log. */
      position: number;
      /** @description The lead to which it happened. */
      lead_id: number;
      /** @description Place among the lead's events. */
      version: number;
      /**
       * @description What happened.
       * @enum {string}
       */
      type:
        | 'LeadCreated'
        | 'StatusChanged'
        | 'LeadDetailsChanged'
        | 'LeadAssigned'
        | 'PrimaryContactSet'
        | 'PrimaryContactRemoved'
        | 'ActivityLogged'
        | 'LeadArchived'
        | 'LeadRestored'
        | 'PersonalDataErased';
      /** @description Which shape of its type `data` has. */
      schema_version: number;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      recorded_at: string;
      /** @description Who did it. */
      actor: string;
      /** @description The `X-Request-ID` of the request. */
      correlation_id: string;
      /** @description The event as it is stored, without personal data. Of an imported lead `import` names the batch and the line. */
      data: {
        [key: string]: unknown;
      };
      /** @description What it changed, field by field. */
      changes: components['schemas']['Change'][];
      /** @description How it moved the priority. */
      priority: {
        /** @description Null before a creation. */
        before: number | null;
        /** @description At the same moment, with the event. */
        after: number;
      };
      /** @description SHA-256, chained to the entry before it in the log. */
      hash: string;
    };
    /**
     * @description What a field held before an event, and after it.
     * @example {
     *       "field": "status",
     *       "from": "new",
     *       "to": "qualified"
     *     }
     */
    Change: {
      /** @description A field of the lead; `note` for what was noted with an activity. */
      field: string;
      /** @description What it held before; null where it held nothing. */
      from: unknown;
      /** @description What it held after; null where it held nothing. */
      to: unknown;
    };
    /**
     * @description What is to change, at least one field; `null` clears what is optional.
     * @example {
     *       "employee_count": 250,
     *       "owner": "mara"
     *     }
     */
    LeadPatch: {
      /** @description Name of the company. */
      name?: string;
      /**
       * Format: idn-hostname
       * @description Host name of its website, in lower case.
       */
      domain?: string | null;
      /** @description How many people work there. */
      employee_count?: number | null;
      /** @description What it does. */
      industry?: components['schemas']['Industry'] | null;
      /** @description The actor who looks after it. */
      owner?: string | null;
    };
    /**
     * @description A call, an e-mail, a meeting or a note.
     * @example {
     *       "kind": "call",
     *       "note": "Wants an offer by Friday."
     *     }
     */
    ActivityCreate: {
      kind: components['schemas']['ActivityKind'];
      /**
       * Format: date-time
       * @description By default now; not in the future.
       */
      occurred_at?: string | null;
      /** @description Kept like personal data: it can be erased. */
      note?: string | null;
    };
    /**
     * @description How there was contact.
     * @example call
     * @enum {string}
     */
    ActivityKind: 'call' | 'email' | 'meeting' | 'note';
    /**
     * @description What is known of a lead that may be there already; at least one of them.
     * @example {
     *       "name": "Acme GmbH",
     *       "domain": "acme.example",
     *       "emails": [
     *         "ada@acme.example"
     *       ]
     *     }
     */
    DuplicateSearch: {
      /** @description Compared in any case. */
      name?: string | null;
      /**
       * Format: idn-hostname
       * @description Compared as A-label.
       */
      domain?: string | null;
      /** @description Compared with the e-mails of contacts, in any case. */
      emails?: string[] | null;
    };
    /**
     * @description Leads that may be the same.
     * @example {
     *       "items": [
     *         {
     *           "lead": {
     *             "id": 17,
     *             "tenant_id": "demo",
     *             "name": "Acme GmbH",
     *             "domain": "acme.example",
     *             "status": "new",
     *             "employee_count": 120,
     *             "industry": "tech",
     *             "last_activity_at": "2026-11-20T09:00:00.000Z",
     *             "owner": "mara",
     *             "archived": false,
     *             "priority": 95,
     *             "priority_until": "2026-11-27T09:00:00.000Z",
     *             "priority_breakdown": [
     *               {
     *                 "criterion": "status",
     *                 "value": "new",
     *                 "points": 10
     *               },
     *               {
     *                 "criterion": "primary_contact",
     *                 "value": true,
     *                 "points": 20
     *               },
     *               {
     *                 "criterion": "domain",
     *                 "value": "acme.example",
     *                 "points": 10
     *               },
     *               {
     *                 "criterion": "company_size",
     *                 "value": 120,
     *                 "points": 20
     *               },
     *               {
     *                 "criterion": "industry",
     *                 "value": "tech",
     *                 "points": 15
     *               },
     *               {
     *                 "criterion": "last_activity",
     *                 "value": "2026-11-20T09:00:00.000Z",
     *                 "points": 20
     *               }
     *             ],
     *             "primary_contact_id": 9,
     *             "primary_contact": {
     *               "first_name": "Ada",
     *               "last_name": "Lovelace",
     *               "phone": "+49 30 1234567",
     *               "emails": [
     *                 {
     *                   "id": 12,
     *                   "value": "ada@acme.example",
     *                   "is_primary": true
     *                 }
     *               ],
     *               "id": 9
     *             },
     *             "created_at": "2026-11-22T10:03:16.953Z",
     *             "updated_at": "2026-11-22T10:03:16.953Z",
     *             "version": 1
     *           },
     *           "reasons": [
     *             "domain",
     *             "email"
     *           ]
     *         }
     *       ]
     *     }
     */
    DuplicateList: {
      /** @description Those with the most reasons first. */
      items: components['schemas']['Duplicate'][];
    };
    /**
     * @description A lead that may be the same, and why.
     * @example {
     *       "lead": {
     *         "id": 17,
     *         "tenant_id": "demo",
     *         "name": "Acme GmbH",
     *         "domain": "acme.example",
     *         "status": "new",
     *         "employee_count": 120,
     *         "industry": "tech",
     *         "last_activity_at": "2026-11-20T09:00:00.000Z",
     *         "owner": "mara",
     *         "archived": false,
     *         "priority": 95,
     *         "priority_until": "2026-11-27T09:00:00.000Z",
     *         "priority_breakdown": [
     *           {
     *             "criterion": "status",
     *             "value": "new",
     *             "points": 10
     *           },
     *           {
     *             "criterion": "primary_contact",
     *             "value": true,
     *             "points": 20
     *           },
     *           {
     *             "criterion": "domain",
     *             "value": "acme.example",
     *             "points": 10
     *           },
     *           {
     *             "criterion": "company_size",
     *             "value": 120,
     *             "points": 20
     *           },
     *           {
     *             "criterion": "industry",
     *             "value": "tech",
     *             "points": 15
     *           },
     *           {
     *             "criterion": "last_activity",
     *             "value": "2026-11-20T09:00:00.000Z",
     *             "points": 20
     *           }
     *         ],
     *         "primary_contact_id": 9,
     *         "primary_contact": {
     *           "first_name": "Ada",
     *           "last_name": "Lovelace",
     *           "phone": "+49 30 1234567",
     *           "emails": [
     *             {
     *               "id": 12,
     *               "value": "ada@acme.example",
     *               "is_primary": true
     *             }
     *           ],
     *           "id": 9
     *         },
     *         "created_at": "2026-11-22T10:03:16.953Z",
     *         "updated_at": "2026-11-22T10:03:16.953Z",
     *         "version": 1
     *       },
     *       "reasons": [
     *         "domain",
     *         "email"
     *       ]
     *     }
     */
    Duplicate: {
      lead: components['schemas']['LeadRead'];
      /** @description What it has in common. */
      reasons: ('domain' | 'email' | 'name')[];
    };
    /**
     * @description The tenant's views.
     * @example {
     *       "items": [
     *         {
     *           "name": "Hot and new",
     *           "query": {
     *             "status": "new",
     *             "min_priority": 50
     *           }
     *         }
     *       ]
     *     }
     */
    ViewList: {
      /** @description In order of their names. */
      items: components['schemas']['View'][];
    };
    /**
     * @description A view of the list with a name.
     * @example {
     *       "name": "Hot and new",
     *       "query": {
     *         "status": "new",
     *         "min_priority": 50
     *       }
     *     }
     */
    View: {
      /** @description Unique in the tenant, in any case. */
      name: string;
      query: components['schemas']['ViewQuery'];
    };
    /**
     * @description Any of the list's parameters.
     * @example {
     *       "status": "new",
     *       "min_priority": 50
     *     }
     */
    ViewQuery: {
      /**
       * @description Part of the name or domain, in any case; taken literally.
       * @example gmbh
       */
      q?: string;
      /** @description Only leads of this status. */
      status?: components['schemas']['Status'];
      /** @description Only leads of this industry. */
      industry?: components['schemas']['Industry'];
      /** @description Only leads of this priority or a higher one. */
      min_priority?: number;
      /** @description Only leads that this actor looks after, named exactly. */
      owner?: string;
      /** @description Part of the contact's names or e-mails, in any case; taken literally. */
      contact?: string;
      /**
       * @description `true`: only archived leads. By default there are none of them.
       * @enum {string}
       */
      archived?: 'true' | 'false';
      /** @description How many leads to leave out, from the first one. Not beside a `cursor`. */
      offset?: number;
      /** @description The `next_cursor` of the page before, with the same `sort`. However many leads come and go meanwhile, each that stays where it is comes exactly once. */
      cursor?: string;
      /**
       * @description The order of the list.
       * @enum {string}
       */
      sort?:
        | '-priority'
        | 'priority'
        | '-name'
        | 'name'
        | '-created_at'
        | 'created_at'
        | '-updated_at'
        | 'updated_at'
        | '-last_activity_at'
        | 'last_activity_at';
      /** @description How many leads a page has. */
      limit?: number;
    };
    /**
     * @description What a view shows.
     * @example {
     *       "query": {
     *         "status": "new",
     *         "min_priority": 50
     *       }
     *     }
     */
    ViewSave: {
      query: components['schemas']['ViewQuery'];
    };
    /**
     * @description A page of the tenant's log.
     * @example {
     *       "items": [
     *         {
     *           "position": 41,
     *           "lead_id": 17,
     *           "version": 2,
     *           "type": "StatusChanged",
     *           "schema_version": 1,
     *           "recorded_at": "2026-11-22T10:03:16.953Z",
     *           "actor": "mara",
     *           "correlation_id": "4bf92f3577b34da6a3ce929d0e0e4736",
     *           "data": {
     *             "from": "new",
     *             "to": "qualified"
     *           },
     *           "changes": [
     *             {
     *               "field": "status",
     *               "from": "new",
     *               "to": "qualified"
     *             }
     *           ],
     *           "priority": {
     *             "before": 95,
     *             "after": 135
     *           },
     *           "hash": "9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025"
     *         }
     *       ],
     *       "next_after": 41
     *     }
     */
    LogPage: {
      /** @description Oldest first. */
      items: components['schemas']['HistoryEntry'][];
      /** @description The `after` of the next page, or null at the end. A page may hold fewer entries than its limit, even none, before the end: the work for one answer is bounded. */
      next_after: number | null;
    };
    /**
     * @description Whether the hash chain of the log is intact.
     * @example {
     *       "intact": true,
     *       "events": 41,
     *       "head": {
     *         "position": 41,
     *         "hash": "9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025"
     *       }
     *     }
     * @example {
     *       "intact": false,
     *       "first_broken_position": 12,
     *       "reason": "hash"
     *     }
     */
    Verification:
      | {
          /**
           * @description Every event is where and as it was recorded.
           * @constant
           */
          intact: true;
          /** @description How many events were walked. */
          events: number;
          /** @description The end of the log. */
          head: {
            /** @description Position of the last event. */
            position: number;
            /** @description SHA-256 over the chain up to there. */
            hash: string;
          };
        }
      | {
          /**
           * @description Somebody changed what was recorded, or the disk did.
           * @constant
           */
          intact: false;
          /** @description Where the chain breaks first. */
          first_broken_position: number;
          /**
           * @description What is wrong there.
           * @enum {string}
           */
          reason: 'gap' | 'hash' | 'version order' | 'unreadable' | 'head' | 'checkpoint';
        };
    /**
     * @description The end of the log, signed: whoever keeps it can tell a log that was cut or redone.
     * @example {
     *       "note": "leadlog checkpoint v1\ndemo\n41\n9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025\n2026-11-22T10:03:16.953Z\n",
     *       "signature": "9anPjjcuiEoQZion8xm1iHUfULO+IMmzGeFj18WL+2GNwk66FaSTh5ZGnpo9ZbLgyZIEN7uOZohu76WefMexDg==",
     *       "key_id": "21fe31dfa154a261",
     *       "public_key": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
     *     }
     */
    Checkpoint: {
      /** @description Version, tenant, position, hash and time, a line each. */
      note: string;
      /**
       * Format: base64
       * @description Ed25519 over the note's UTF-8 bytes.
       */
      signature: string;
      /** @description The first 16 digits of the SHA-256 of the public key. */
      key_id: string;
      /**
       * Format: base64
       * @description The 32 bytes of the Ed25519 key.
       */
      public_key: string;
    };
    /**
     * @description Every key that has signed checkpoints.
     * @example {
     *       "items": [
     *         {
     *           "number": 1,
     *           "key_id": "21fe31dfa154a261",
     *           "public_key": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
     *           "created_at": "2026-11-22T10:03:16.953Z",
     *           "signature": null
     *         }
     *       ]
     *     }
     */
    SigningKeys: {
      /** @description Oldest first. */
      items: components['schemas']['SigningKey'][];
    };
    /**
     * @description A public key with which checkpoints are, or were, signed.
     * @example {
     *       "number": 1,
     *       "key_id": "21fe31dfa154a261",
     *       "public_key": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
     *       "created_at": "2026-11-22T10:03:16.953Z",
     *       "signature": null
     *     }
     */
    SigningKey: {
      /** @description Which key it is, from 1. */
      number: number;
      /** @description The first 16 digits of the SHA-256 of the public key. */
      key_id: string;
      /**
       * Format: base64
       * @description The 32 bytes of the Ed25519 key.
       */
      public_key: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      created_at: string;
      /**
       * Format: base64
       * @description By the key before, over number, key and time; null for the first.
       */
      signature: string | null;
    };
    /**
     * @description Figures of this moment. Archived leads are not counted.
     * @example {
     *       "total": 3,
     *       "by_status": {
     *         "new": 1,
     *         "qualified": 1,
     *         "lost": 1
     *       },
     *       "average_priority": 61.67,
     *       "by_priority_band": [
     *         {
     *           "from": 0,
     *           "to": 29,
     *           "count": 1
     *         },
     *         {
     *           "from": 30,
     *           "to": 59,
     *           "count": 0
     *         },
     *         {
     *           "from": 60,
     *           "to": 89,
     *           "count": 1
     *         },
     *         {
     *           "from": 90,
     *           "to": 119,
     *           "count": 1
     *         },
     *         {
     *           "from": 120,
     *           "to": 145,
     *           "count": 0
     *         }
     *       ],
     *       "gone_quiet": 1,
     *       "by_week": [
     *         {
     *           "week": "2026-W22",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W23",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W24",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W25",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W26",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W27",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W28",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W29",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W30",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W31",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W32",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W33",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W34",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W35",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W36",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W37",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W38",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W39",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W40",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W41",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W42",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W43",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W44",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W45",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W46",
     *           "created": 0,
     *           "qualified": 0,
     *           "lost": 0
     *         },
     *         {
     *           "week": "2026-W47",
     *           "created": 3,
     *           "qualified": 1,
     *           "lost": 1
     *         }
     *       ]
     *     }
     */
    Stats: {
      /** @description All leads. */
      total: number;
      by_status: components['schemas']['CountsByStatus'];
      /** @description Null where there are no leads. */
      average_priority: number | null;
      /** @description From low to high. */
      by_priority_band: components['schemas']['PriorityBand'][];
      /** @description Leads that are not lost, with no activity for more than 30 days, or none ever. */
      gone_quiet: number;
      /** @description Oldest first, this week last. */
      by_week: components['schemas']['WeekFigures'][];
    };
    /**
     * @description How many leads have each status.
     * @example {
     *       "new": 1,
     *       "qualified": 1,
     *       "lost": 1
     *     }
     */
    CountsByStatus: {
      /** @description Leads that are new. */
      new: number;
      /** @description Leads that are qualified. */
      qualified: number;
      /** @description Leads that are lost. */
      lost: number;
    };
    /**
     * @description How many leads have a priority from one number to another.
     * @example {
     *       "from": 0,
     *       "to": 29,
     *       "count": 1
     *     }
     */
    PriorityBand: {
      /** @description The first priority of the band. */
      from: number;
      /** @description The last priority of the band. */
      to: number;
      /** @description Leads with a priority in it. */
      count: number;
    };
    /**
     * @description What happened in a week.
     * @example {
     *       "week": "2026-W47",
     *       "created": 3,
     *       "qualified": 1,
     *       "lost": 1
     *     }
     */
    WeekFigures: {
      /** @description An ISO 8601 week, in UTC. */
      week: string;
      /** @description Leads that were created. */
      created: number;
      /** @description How often a lead became qualified, or began so. */
      qualified: number;
      /** @description How often a lead became lost, or began so. */
      lost: number;
    };
    /**
     * @description The same figures of several tenants.
     * @example {
     *       "items": [
     *         {
     *           "tenant_id": "acme",
     *           "total": 3,
     *           "by_status": {
     *             "new": 1,
     *             "qualified": 1,
     *             "lost": 1
     *           },
     *           "average_priority": 61.67
     *         }
     *       ]
     *     }
     */
    TenantComparison: {
      /** @description In order of their names. */
      items: components['schemas']['TenantFigures'][];
    };
    /**
     * @description Figures of one tenant.
     * @example {
     *       "tenant_id": "acme",
     *       "total": 3,
     *       "by_status": {
     *         "new": 1,
     *         "qualified": 1,
     *         "lost": 1
     *       },
     *       "average_priority": 61.67
     *     }
     */
    TenantFigures: {
      /** @description The tenant. */
      tenant_id: string;
      /** @description All its leads. */
      total: number;
      by_status: components['schemas']['CountsByStatus'];
      /** @description Null where there are no leads. */
      average_priority: number | null;
    };
    /**
     * @description Who asks, and what is open to them.
     * @example {
     *       "actor": "mara@acme.example",
     *       "roles": [
     *         "sales",
     *         "auditor",
     *         "admin"
     *       ],
     *       "tenants": [
     *         "acme",
     *         "demo"
     *       ]
     *     }
     */
    Me: {
      /** @description As it stands in the log. */
      actor: string;
      /** @description What they may do. */
      roles: components['schemas']['Role'][];
      /** @description In order of their names. */
      tenants: string[];
    };
    /**
     * @description Reads and writes; reads, exports and verifies; all of it, erasures and imports too.
     * @example sales
     * @enum {string}
     */
    Role: 'sales' | 'auditor' | 'admin';
    /**
     * @description That the service is well.
     * @example {
     *       "status": "ok",
     *       "info": {
     *         "store": {
     *           "status": "up"
     *         }
     *       },
     *       "error": {},
     *       "details": {
     *         "store": {
     *           "status": "up"
     *         }
     *       }
     *     }
     */
    Health: {
      /**
       * @description Whatever is not well answers a problem.
       * @constant
       */
      status: 'ok';
      /** @description What was looked at and is well. */
      info: {
        [key: string]: {
          /**
           * @description Whether it answers.
           * @enum {string}
           */
          status: 'up' | 'down';
        } & {
          [key: string]: unknown;
        };
      };
      /** @description What is not; here always empty. */
      error: {
        [key: string]: {
          /**
           * @description Whether it answers.
           * @enum {string}
           */
          status: 'up' | 'down';
        } & {
          [key: string]: unknown;
        };
      };
      /** @description All that was looked at. */
      details: {
        [key: string]: {
          /**
           * @description Whether it answers.
           * @enum {string}
           */
          status: 'up' | 'down';
        } & {
          [key: string]: unknown;
        };
      };
    };
    /**
     * @description Why there is no answer: problem details as of RFC 9457.
     * @example {
     *       "type": "/problems/validation",
     *       "title": "The request does not satisfy the contract",
     *       "status": 422,
     *       "detail": "/primary_contact/emails/0/value must be an e-mail address such as ada@acme.example",
     *       "instance": "/leads",
     *       "correlation_id": "4bf92f3577b34da6a3ce929d0e0e4736",
     *       "errors": [
     *         {
     *           "pointer": "/primary_contact/emails/0/value",
     *           "detail": "must be an e-mail address such as ada@acme.example",
     *           "code": "email"
     *         }
     *       ]
     *     }
     */
    Problem: {
      /**
       * @description Which kind of problem it is: a page of this service that explains it.
       * @enum {string}
       */
      type:
        | '/problems/malformed-request'
        | '/problems/invalid-tenant'
        | '/problems/invalid-actor'
        | '/problems/invalid-idempotency-key'
        | '/problems/not-found'
        | '/problems/method-not-allowed'
        | '/problems/position-ahead'
        | '/problems/precondition-failed'
        | '/problems/payload-too-large'
        | '/problems/unsupported-media-type'
        | '/problems/unknown-host'
        | '/problems/validation'
        | '/problems/idempotency-key-reused'
        | '/problems/too-many-requests'
        | '/problems/too-many-feeds'
        | '/problems/too-many-downloads'
        | '/problems/too-many-imports'
        | '/problems/internal'
        | '/problems/unavailable';
      /** @description The kind of problem, in English. */
      title: string;
      /** @description The HTTP status. */
      status: number;
      /** @description What is wrong with this request. */
      detail: string;
      /** @description The path that was asked for. */
      instance: string;
      /** @description The `X-Request-ID` of the answer. */
      correlation_id: string;
      /** @description Where validation failed: each field of the body or parameter, with the rule. */
      errors?: components['schemas']['ProblemError'][];
    };
    /**
     * @description A rule that the request breaks, and where.
     * @example {
     *       "pointer": "/primary_contact/emails/0/value",
     *       "detail": "must be an e-mail address such as ada@acme.example",
     *       "code": "email"
     *     }
     */
    ProblemError: {
      /** @description RFC 6901 pointer into the body. */
      pointer?: string;
      /** @description Name of the query parameter. */
      parameter?: string;
      /** @description The rule, in English. */
      detail: string;
      /** @description Stable name of the rule, for translation. */
      code: string;
    };
  };
  responses: {
    /** @description The request cannot be read */
    'malformed-request': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is no such thing */
    'not-found': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service does not answer under this name */
    'unknown-host': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Something went wrong on our side */
    internal: {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service cannot answer now */
    unavailable: {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request cannot be read · The tenant header is missing or malformed · The actor header is malformed · The idempotency key is malformed */
    'malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is too large */
    'payload-too-large': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The media type is not supported */
    'unsupported-media-type': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request does not satisfy the contract · The idempotency key stands for another request */
    'validation.idempotency-key-reused': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The tenant has made its requests of this minute · Too many imports are unfinished */
    'too-many-requests.too-many-imports': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        'Retry-After': components['headers']['Retry-After'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request cannot be read · The tenant header is missing or malformed · The actor header is malformed */
    'malformed-request.invalid-tenant.invalid-actor': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request does not satisfy the contract */
    validation: {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The tenant has made its requests of this minute */
    'too-many-requests': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        'Retry-After': components['headers']['Retry-After'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The tenant has made its requests of this minute · Too many downloads are under way */
    'too-many-requests.too-many-downloads': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        'Retry-After': components['headers']['Retry-After'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The lead has changed meanwhile */
    'precondition-failed': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The log has not come as far as this position */
    'position-ahead': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The tenant has made its requests of this minute · Too many live feeds are open */
    'too-many-requests.too-many-feeds': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        'Retry-After': components['headers']['Retry-After'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request cannot be read · The actor header is malformed */
    'malformed-request.invalid-actor': {
      headers: {
        'X-Request-ID': components['headers']['X-Request-ID'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        /**
         * @description The position of the tenant's log that the answer reflects.
         * @example 41
         */
        'X-Tenant-Position'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description The tenant, whose data alone is seen. */
    'X-Tenant-ID': string;
    /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
    'X-Actor': string;
    /** @description The same request with the same key gets the first answer again, for 24 hours. */
    'Idempotency-Key': string;
    /** @description The `ETag` of the lead that is known, such as `"1-95"`: 304 if it is the same. */
    'If-None-Match': string;
    /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
    'If-Match': string;
    /** @description The last `id` that was seen; goes before `after`. */
    'Last-Event-ID': number;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Ties the request to its log lines and events.
     * @example 4bf92f3577b34da6a3ce929d0e0e4736
     */
    'X-Request-ID': string;
    /**
     * @description The position of the tenant's log that the answer reflects.
     * @example 41
     */
    'X-Tenant-Position': number;
    /**
     * @description Version and priority of the lead: the tag changes when either does.
     * @example "1-95"
     */
    ETag: string;
    /**
     * @description The path of what was created.
     * @example /leads/17
     */
    Location: string;
    /** @description The answer is the first one to a request that was repeated. */
    'Idempotency-Replayed': 'true';
    /**
     * @description The name of the file.
     * @example attachment; filename="demo-history.ndjson"
     */
    'Content-Disposition': string;
    /**
     * @description How many requests a tenant has in so many seconds, where that is limited.
     * @example "tenant";q=6000;w=60
     */
    'RateLimit-Policy': string;
    /**
     * @description How many requests are left, and in how many seconds there are all again.
     * @example "tenant";r=5999;t=60
     */
    RateLimit: string;
    /**
     * @description Seconds to wait before the next attempt.
     * @example 15
     */
    'Retry-After': number;
  };
  pathItems: never;
}
export type Import = components['schemas']['Import'];
export type ImportFailure = components['schemas']['ImportFailure'];
export type RefusedRow = components['schemas']['RefusedRow'];
export type LeadCreate = components['schemas']['LeadCreate'];
export type Status = components['schemas']['Status'];
export type Industry = components['schemas']['Industry'];
export type ContactCreate = components['schemas']['ContactCreate'];
export type EmailCreate = components['schemas']['EmailCreate'];
export type LeadRead = components['schemas']['LeadRead'];
export type PriorityPart = components['schemas']['PriorityPart'];
export type ContactRead = components['schemas']['ContactRead'];
export type EmailRead = components['schemas']['EmailRead'];
export type ContactErased = components['schemas']['ContactErased'];
export type LeadPage = components['schemas']['LeadPage'];
export type LeadHistory = components['schemas']['LeadHistory'];
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type Change = components['schemas']['Change'];
export type LeadPatch = components['schemas']['LeadPatch'];
export type ActivityCreate = components['schemas']['ActivityCreate'];
export type ActivityKind = components['schemas']['ActivityKind'];
export type DuplicateSearch = components['schemas']['DuplicateSearch'];
export type DuplicateList = components['schemas']['DuplicateList'];
export type Duplicate = components['schemas']['Duplicate'];
export type ViewList = components['schemas']['ViewList'];
export type View = components['schemas']['View'];
export type ViewQuery = components['schemas']['ViewQuery'];
export type ViewSave = components['schemas']['ViewSave'];
export type LogPage = components['schemas']['LogPage'];
export type Verification = components['schemas']['Verification'];
export type Checkpoint = components['schemas']['Checkpoint'];
export type SigningKeys = components['schemas']['SigningKeys'];
export type SigningKey = components['schemas']['SigningKey'];
export type Stats = components['schemas']['Stats'];
export type CountsByStatus = components['schemas']['CountsByStatus'];
export type PriorityBand = components['schemas']['PriorityBand'];
export type WeekFigures = components['schemas']['WeekFigures'];
export type TenantComparison = components['schemas']['TenantComparison'];
export type TenantFigures = components['schemas']['TenantFigures'];
export type Me = components['schemas']['Me'];
export type Role = components['schemas']['Role'];
export type Health = components['schemas']['Health'];
export type Problem = components['schemas']['Problem'];
export type ProblemError = components['schemas']['ProblemError'];
export type ResponseMalformedRequest = components['responses']['malformed-request'];
export type ResponseNotFound = components['responses']['not-found'];
export type ResponseUnknownHost = components['responses']['unknown-host'];
export type ResponseInternal = components['responses']['internal'];
export type ResponseUnavailable = components['responses']['unavailable'];
export type ResponseMalformedRequestInvalidTenantInvalidActorInvalidIdempotencyKey =
  components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
export type ResponsePayloadTooLarge = components['responses']['payload-too-large'];
export type ResponseUnsupportedMediaType = components['responses']['unsupported-media-type'];
export type ResponseValidationIdempotencyKeyReused =
  components['responses']['validation.idempotency-key-reused'];
export type ResponseTooManyRequestsTooManyImports =
  components['responses']['too-many-requests.too-many-imports'];
export type ResponseMalformedRequestInvalidTenantInvalidActor =
  components['responses']['malformed-request.invalid-tenant.invalid-actor'];
export type ResponseValidation = components['responses']['validation'];
export type ResponseTooManyRequests = components['responses']['too-many-requests'];
export type ResponseTooManyRequestsTooManyDownloads =
  components['responses']['too-many-requests.too-many-downloads'];
export type ResponsePreconditionFailed = components['responses']['precondition-failed'];
export type ResponsePositionAhead = components['responses']['position-ahead'];
export type ResponseTooManyRequestsTooManyFeeds =
  components['responses']['too-many-requests.too-many-feeds'];
export type ResponseMalformedRequestInvalidActor =
  components['responses']['malformed-request.invalid-actor'];
export type ParameterXTenantId = components['parameters']['X-Tenant-ID'];
export type ParameterXActor = components['parameters']['X-Actor'];
export type ParameterIdempotencyKey = components['parameters']['Idempotency-Key'];
export type ParameterIfNoneMatch = components['parameters']['If-None-Match'];
export type ParameterIfMatch = components['parameters']['If-Match'];
export type ParameterLastEventId = components['parameters']['Last-Event-ID'];
export type HeaderXRequestId = components['headers']['X-Request-ID'];
export type HeaderXTenantPosition = components['headers']['X-Tenant-Position'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderIdempotencyReplayed = components['headers']['Idempotency-Replayed'];
export type HeaderContentDisposition = components['headers']['Content-Disposition'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
  explainProblem: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The last part of a problem's `type`. */
        name:
          | 'malformed-request'
          | 'invalid-tenant'
          | 'invalid-actor'
          | 'invalid-idempotency-key'
          | 'not-found'
          | 'method-not-allowed'
          | 'position-ahead'
          | 'precondition-failed'
          | 'payload-too-large'
          | 'unsupported-media-type'
          | 'unknown-host'
          | 'validation'
          | 'idempotency-key-reused'
          | 'too-many-requests'
          | 'too-many-feeds'
          | 'too-many-downloads'
          | 'too-many-imports'
          | 'internal'
          | 'unavailable';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page in English and German. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      400: components['responses']['malformed-request'];
      404: components['responses']['not-found'];
      421: components['responses']['unknown-host'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  importLeads: {
    parameters: {
      query?: {
        /** @description `HEADER:field` for a header that is not recognised, as often as needed; `HEADER:ignore` leaves a column out. Fields: name, domain, status, employee_count, industry, owner, last_activity_at, contact_first_name, contact_last_name, contact_name, contact_phone, emails. */
        map?: string[];
        /** @description Reports as the import would, but writes no lead. */
        dry_run?: 'true' | 'false';
        /** @description Imports a file again that was imported before. */
        force?: 'true' | 'false';
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description The file was imported before: the import of then. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      /** @description The import has begun; `Location` names it. */
      202: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests.too-many-imports'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readImport: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path: {
        /** @description The id of the import. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The import. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      404: components['responses']['not-found'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readRefusedRows: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path: {
        /** @description The id of the import. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The refused rows, streamed. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      404: components['responses']['not-found'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests.too-many-downloads'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  listLeads: {
    parameters: {
      query?: {
        /**
         * @description Part of the name or domain, in any case; taken literally.
         * @example gmbh
         */
        q?: string;
        /** @description Only leads of this status. */
        status?: components['schemas']['Status'];
        /** @description Only leads of this industry. */
        industry?: components['schemas']['Industry'];
        /** @description Only leads of this priority or a higher one. */
        min_priority?: number;
        /** @description Only leads that this actor looks after, named exactly. */
        owner?: string;
        /** @description Part of the contact's names or e-mails, in any case; taken literally. */
        contact?: string;
        /** @description `true`: only archived leads. By default there are none of them. */
        archived?: 'true' | 'false';
        /** @description With `-` descending. Nulls come last, then the `id` decides. */
        sort?:
          | '-priority'
          | 'priority'
          | '-name'
          | 'name'
          | '-created_at'
          | 'created_at'
          | '-updated_at'
          | 'updated_at'
          | '-last_activity_at'
          | 'last_activity_at';
        /** @description How many leads at most. */
        limit?: number;
        /** @description How many leads to leave out, from the first one. Not beside a `cursor`. */
        offset?: number;
        /** @description The `next_cursor` of the page before, with the same `sort`. However many leads come and go meanwhile, each that stays where it is comes exactly once. */
        cursor?: string;
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page, and how many match in all. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadPage'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  createLead: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeadCreate'];
      };
    };
    responses: {
      /** @description The lead; `Location` names it. */
      201: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  exportLeads: {
    parameters: {
      query?: {
        /**
         * @description Part of the name or domain, in any case; taken literally.
         * @example gmbh
         */
        q?: string;
        /** @description Only leads of this status. */
        status?: components['schemas']['Status'];
        /** @description Only leads of this industry. */
        industry?: components['schemas']['Industry'];
        /** @description Only leads of this priority or a higher one. */
        min_priority?: number;
        /** @description Only leads that this actor looks after, named exactly. */
        owner?: string;
        /** @description Part of the contact's names or e-mails, in any case; taken literally. */
        contact?: string;
        /** @description `true`: only archived leads. By default there are none of them. */
        archived?: 'true' | 'false';
        /** @description With `-` descending. Nulls come last, then the `id` decides. */
        sort?:
          | '-priority'
          | 'priority'
          | '-name'
          | 'name'
          | '-created_at'
          | 'created_at'
          | '-updated_at'
          | 'updated_at'
          | '-last_activity_at'
          | 'last_activity_at';
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The leads, streamed. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example id,name,domain,status,employee_count,industry,owner,last_activity_at,priority,created_at,contact_first_name,contact_last_name,contact_phone,emails
           *     1,Acme GmbH,acme.example,new,120,tech,mara,2026-11-20T09:00:00.000Z,95,2026-11-22T10:03:16.953Z,Ada,Lovelace,'+49 30 1234567,ada@acme.example
           */
          'text/csv': string;
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests.too-many-downloads'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readLead: {
    parameters: {
      query?: {
        /** @description Tells the lead as it was at this moment, with its priority of then. */
        as_of?: string;
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The `ETag` of the lead that is known, such as `"1-95"`: 304 if it is the same. */
        'If-None-Match'?: components['parameters']['If-None-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lead at that moment. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      /** @description The lead has not changed. */
      304: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      404: components['responses']['not-found'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  editLead: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeadPatch'];
      };
    };
    responses: {
      /** @description The lead with its new values; those that it already has make no event. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readLeadHistory: {
    parameters: {
      query?: {
        /** @description The `position` after which to go on. */
        after?: number;
        /** @description How many events at most. */
        limit?: number;
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its events and their number. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadHistory'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      404: components['responses']['not-found'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  changeStatus: {
    parameters: {
      query: {
        /**
         * @description The status that it is to have.
         * @example qualified
         */
        new_status: components['schemas']['Status'];
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lead with its new status; the status it already has makes no event. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  setPrimaryContact: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactCreate'];
      };
    };
    responses: {
      /** @description The lead with its contact, which keeps its id, as do the e-mails that stay. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  removePrimaryContact: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lead without a contact. Its history still shows who it was, until an erasure. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  logActivity: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActivityCreate'];
      };
    };
    responses: {
      /** @description The lead. Its last activity is the newest of all that were given and logged. */
      201: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  archiveLead: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archived lead. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  restoreLead: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The restored lead. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  erasePersonalData: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /** @description Refuses the write (412) unless the lead is at this version, such as `"1"`. */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lead, without its contact. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadRead'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      412: components['responses']['precondition-failed'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  findDuplicates: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DuplicateSearch'];
      };
    };
    responses: {
      /** @description At most 20, those with the most in common first, then by priority; archived leads among them. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DuplicateList'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  findLeadDuplicates: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path: {
        /** @description The number of the lead. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 20, those with the most in common first, then by priority; archived leads among them. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DuplicateList'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      404: components['responses']['not-found'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  listViews: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, in order of their names. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewList'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  saveView: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path: {
        /**
         * @description Percent-encoded. Names that differ in case alone are the same view.
         * @example Hot and new
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ViewSave'];
      };
    };
    responses: {
      /** @description The view as it was saved. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['View'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  deleteView: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The same request with the same key gets the first answer again, for 24 hours. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path: {
        /**
         * @description Percent-encoded. Names that differ in case alone are the same view.
         * @example Hot and new
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor.invalid-idempotency-key'];
      404: components['responses']['not-found'];
      413: components['responses']['payload-too-large'];
      415: components['responses']['unsupported-media-type'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation.idempotency-key-reused'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readLog: {
    parameters: {
      query?: {
        /** @description The `position` after which to go on. */
        after?: number;
        /** @description How many events at most. */
        limit?: number;
        /** @description Only what happened to this lead. */
        lead_id?: number;
        /** @description Only events of this type. */
        type?:
          | 'LeadCreated'
          | 'StatusChanged'
          | 'LeadDetailsChanged'
          | 'LeadAssigned'
          | 'PrimaryContactSet'
          | 'PrimaryContactRemoved'
          | 'ActivityLogged'
          | 'LeadArchived'
          | 'LeadRestored'
          | 'PersonalDataErased';
        /** @description Who acted, exactly as it was recorded. */
        actor?: string;
        /** @description Recorded at this time or later. */
        from?: string;
        /** @description Recorded at this time or earlier. */
        to?: string;
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page, and where the next one begins. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogPage'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  verifyLog: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Intact, or where it first breaks. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  signCheckpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The head of the log as a signed note. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Checkpoint'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readSigningKeys: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All keys, oldest first. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SigningKeys'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  exportLog: {
    parameters: {
      query: {
        /** @description `ndjson` can be verified by anybody; `csv` is for a spreadsheet. */
        format: 'ndjson' | 'csv';
        /** @description The `position` after which to go on. */
        after?: number;
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The log after `after`, streamed. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          [name: string]: unknown;
        };
        content: {
          /** @example {"tenant_id":"demo","position":41,"lead_id":17,"version":2,"type":"StatusChanged","schema_version":1,"recorded_at":"2026-11-22T10:03:16.953Z","actor":"mara","correlation_id":"4bf92f3577b34da6a3ce929d0e0e4736","data":"{\"from\":\"new\",\"to\":\"qualified\"}","personal":null,"hash":"9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025"} */
          'application/x-ndjson': string;
          /**
           * @example position,recorded_at,lead_id,type,actor,field,from,to
           *     41,2026-11-22T10:03:16.953Z,17,StatusChanged,mara,status,new,qualified
           */
          'text/csv': string;
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests.too-many-downloads'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  followLog: {
    parameters: {
      query?: {
        /** @description The `position` after which to go on. */
        after?: number;
      };
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
        /** @description The last `id` that was seen; goes before `after`. */
        'Last-Event-ID'?: components['parameters']['Last-Event-ID'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feed, until one of both sides ends it. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example : open
           *
           *     id: 41
           *     event: StatusChanged
           *     data: {"position":41,"lead_id":17,"version":2,"type":"StatusChanged","schema_version":1,"recorded_at":"2026-11-22T10:03:16.953Z","actor":"mara","correlation_id":"4bf92f3577b34da6a3ce929d0e0e4736","data":{"from":"new","to":"qualified"},"changes":[{"field":"status","from":"new","to":"qualified"}],"priority":{"before":95,"after":135},"hash":"9f2c4ac1f0d3b8e65d1c2a7f3e90b4486cb1de6a2f57083c9ad4e1b7f6c8d025"}
           */
          'text/event-stream': string;
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      410: components['responses']['position-ahead'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests.too-many-feeds'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readStats: {
    parameters: {
      query?: never;
      header?: {
        /** @description The tenant, whose data alone is seen. */
        'X-Tenant-ID'?: components['parameters']['X-Tenant-ID'];
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures of this moment. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          'X-Tenant-Position': components['headers']['X-Tenant-Position'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Stats'];
        };
      };
      400: components['responses']['malformed-request.invalid-tenant.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      429: components['responses']['too-many-requests'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  compareTenants: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By name; no tenant is needed. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TenantComparison'];
        };
      };
      400: components['responses']['malformed-request'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description Who acts, in percent-encoded UTF-8: at most 200 characters. It stands in the log as it is. */
        'X-Actor'?: components['parameters']['X-Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Actor, roles and tenants. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      400: components['responses']['malformed-request.invalid-actor'];
      421: components['responses']['unknown-host'];
      422: components['responses']['validation'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  checkLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It does. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      400: components['responses']['malformed-request'];
      421: components['responses']['unknown-host'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  checkReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It can: it runs, its store is read and written, up to date, and has room. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      400: components['responses']['malformed-request'];
      421: components['responses']['unknown-host'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The Prometheus text format. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['X-Request-ID'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example # HELP leadlog_leads Leads of a tenant that are not archived.
           *     # TYPE leadlog_leads gauge
           *     leadlog_leads{tenant="demo",status="new"} 250
           */
          'text/plain': string;
        };
      };
      400: components['responses']['malformed-request'];
      421: components['responses']['unknown-host'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
}
