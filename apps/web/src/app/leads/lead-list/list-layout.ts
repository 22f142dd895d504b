import { computed, Service, signal } from '@angular/core';
import { recall, remember } from '../../remembered';
import type { ListSortField } from './list-query';

export const COLUMNS = [
  'priority',
  'name',
  'domain',
  'status',
  'industry',
  'employee_count',
  'primary_contact',
  'owner',
  'last_activity_at',
  'created_at',
  'updated_at',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

export const DENSITIES = ['comfortable', 'dense'] as const;
export type Density = (typeof DENSITIES)[number];

/** Pixels, as in lead-table.scss. */
export const ROW_HEIGHTS: Record<Density, number> = { comfortable: 48, dense: 34 };

export interface Column {
  name: ColumnName;
  /** In pixels; where there is room to spare, all columns grow alike. */
  width: number;
}

/** What a person chose for the list in this browser. */
interface Layout {
  density: Density;
  hidden: readonly ColumnName[];
  widths: Partial<Record<ColumnName, number>>;
}

const DEFAULT_WIDTHS: Record<ColumnName, number> = {
  priority: 140,
  name: 228,
  domain: 156,
  status: 128,
  industry: 124,
  employee_count: 108,
  primary_contact: 176,
  owner: 128,
  last_activity_at: 124,
  created_at: 124,
  updated_at: 124,
};

const DEFAULT: Layout = {
  density: 'comfortable',
  hidden: ['owner', 'created_at', 'updated_at'],
  widths: {},
};

/** Without it nobody could tell what a row is about. */
export const FIXED_COLUMN: ColumnName = 'name';

export const WIDTH_STEP = 24;
export const MIN_WIDTH = 88;
export const MAX_WIDTH = 640;

/** Which columns sort the list, and by what. */
export const SORTED_BY: Partial<Record<ColumnName, ListSortField>> = {
  priority: 'priority',
  name: 'name',
  last_activity_at: 'last_activity_at',
  created_at: 'created_at',
  updated_at: 'updated_at',
};

/** Density, columns and their widths, kept in this browser. */
@Service()
export class ListLayout {
  private readonly layout = signal(recalledLayout());

  readonly density = computed(() => this.layout().density);
  readonly columns = computed<readonly Column[]>(() =>
    COLUMNS.filter((name) => this.isShown(name)).map((name) => ({ name, width: this.width(name) })),
  );

  isShown(name: ColumnName): boolean {
    return !this.layout().hidden.includes(name);
  }

  width(name: ColumnName): number {
    return this.layout().widths[name] ?? DEFAULT_WIDTHS[name];
  }

  choose(density: Density): void {
    this.change({ density });
  }

  show(name: ColumnName, shown: boolean): void {
    const others = this.layout().hidden.filter((other) => other !== name);
    this.change({ hidden: shown || name === FIXED_COLUMN ? others : [...others, name] });
  }

  resize(name: ColumnName, width: number): void {
    const fitting = Math.round(Math.min(Math.max(width, MIN_WIDTH), MAX_WIDTH));
    this.change({ widths: { ...this.layout().widths, [name]: fitting } });
  }

  reset(): void {
    this.change(DEFAULT);
  }

  private change(change: Partial<Layout>): void {
    this.layout.update((layout) => ({ ...layout, ...change }));
    remember('list-layout', JSON.stringify(this.layout()));
  }
}

function recalledLayout(): Layout {
  try {
    const { density, hidden, widths } = JSON.parse(recall('list-layout') ?? '{}') as Layout;
    return {
      density: DENSITIES.find((known) => known === density) ?? DEFAULT.density,
      hidden: Array.isArray(hidden)
        ? hidden.filter((name) => isColumn(name) && name !== FIXED_COLUMN)
        : DEFAULT.hidden,
      widths: Object.fromEntries(
        Object.entries(widths ?? {}).filter(([name, width]) => isColumn(name) && isWidth(width)),
      ),
    };
  } catch {
    // Not ours, or cut short: start anew.
    return DEFAULT;
  }
}

const isColumn = (name: unknown): name is ColumnName => COLUMNS.some((known) => known === name);

const isWidth = (width: unknown) =>
  typeof width === 'number' && width >= MIN_WIDTH && width <= MAX_WIDTH;
