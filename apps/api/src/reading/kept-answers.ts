import { CommitSignal } from '@leadlog/event-store/commit-signal';
import { Injectable } from '@nestjs/common';
import { RenderedJson } from '../http/rendered-json';

/** Of all tenants together. */
export const MAX_BYTES = 4_000_000;
/** Nothing is kept for longer, so that a list that was rebuilt for its faults is seen soon. */
export const LONGEST_MS = 10_000;

/** What is asked, and what that is a part of: all parts of a whole have its total in common. */
export interface Question {
  text: string;
  whole?: string;
}

/** An answer, and from when until when it is right while the tenant's log stays where it is. */
interface Kept {
  body: RenderedJson;
  /** Of the whole that it is a part of. */
  total?: number | undefined;
  from: Date;
  until: Date;
}

interface TenantAnswers {
  position: number;
  /** By their questions, and the last part of each whole by that. */
  byName: Map<string, Kept>;
  /** Stops to wait for the next commit. */
  unfollow(): void;
}

/**
 * Answers as they were made last, for as long as they are right: until the tenant's log moves, which
 * each reader looks at, or a priority falls. With the next commit they are forgotten: who was erased
 * does not linger.
 */
@Injectable()
export class KeptAnswers {
  private readonly tenants = new Map<string, TenantAnswers>();
  private bytes = 0;

  constructor(private readonly commits: CommitSignal) {}

  /** The answer to a question, or the last part of a whole, where it is still right at `now`. */
  find(tenantId: string, position: number, name: string, now: Date): Kept | null {
    const answers = this.tenants.get(tenantId);
    if (answers?.position !== position) return null;
    const kept = answers.byName.get(name);
    return kept && kept.from <= now && now < kept.until ? kept : null;
  }

  /** Keeps an answer that is right from `from` on; `until` null: while the log stays where it is. */
  keep(
    tenantId: string,
    position: number,
    { text, whole }: Question,
    { from, until, ...answer }: Omit<Kept, 'until'> & { until: Date | null },
  ): void {
    const longest = new Date(+from + LONGEST_MS);
    const { length } = answer.body.bytes;
    if (this.bytes + length > MAX_BYTES) this.forgetAll();
    const { byName } = this.answersAt(tenantId, position);
    this.bytes += length - (byName.get(text)?.body.bytes.length ?? 0);
    const kept = { ...answer, from, until: until && until < longest ? until : longest };
    byName.set(text, kept);
    if (whole !== undefined) byName.set(whole, kept);
  }

  private answersAt(tenantId: string, position: number): TenantAnswers {
    const known = this.tenants.get(tenantId);
    if (known?.position === position) return known;
    this.forget(tenantId);
    const unfollow = this.commits.onNext(tenantId, () => this.forget(tenantId));
    const answers = { position, byName: new Map<string, Kept>(), unfollow };
    this.tenants.set(tenantId, answers);
    return answers;
  }

  private forget(tenantId: string): void {
    const answers = this.tenants.get(tenantId);
    answers?.unfollow();
    this.tenants.delete(tenantId);
    for (const { body } of new Set(answers?.byName.values())) this.bytes -= body.bytes.length;
  }

  private forgetAll(): void {
    for (const tenantId of [...this.tenants.keys()]) this.forget(tenantId);
  }
}
