import type { Reading } from '@leadlog/database/database';
import {
  BinaryOperationNode,
  ColumnNode,
  OperationNodeTransformer,
  OperatorNode,
  RawNode,
  ReferenceNode,
  ValueNode,
  type KyselyPlugin,
  type OperationNode,
} from 'kysely';

/**
 * The same handle for queries that have forgotten their tenant: wherever one compares `tenant_id` with
 * a value, it asks nothing instead.
 */
export function withoutTenant(reading: Reading): Reading {
  return reading.withPlugin(new TenantForgotten());
}

class TenantForgotten implements KyselyPlugin {
  private readonly forgetting = new Forgetting();

  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) =>
    this.forgetting.transformNode(node);

  transformResult: KyselyPlugin['transformResult'] = ({ result }) => Promise.resolve(result);
}

/** The value stays, in a comparison that always holds: so the statement keeps its parameters. */
class Forgetting extends OperationNodeTransformer {
  protected override transformBinaryOperation(
    ...[node, queryId]: Parameters<OperationNodeTransformer['transformBinaryOperation']>
  ): BinaryOperationNode {
    const transformed = super.transformBinaryOperation(node, queryId);
    if (!isTenant(node.leftOperand) || !ValueNode.is(node.rightOperand)) return transformed;
    return BinaryOperationNode.create(
      ValueNode.createImmediate(''),
      OperatorNode.create('<>'),
      node.rightOperand,
    );
  }

  protected override transformRaw(
    ...[node, queryId]: Parameters<OperationNodeTransformer['transformRaw']>
  ): RawNode {
    const { sqlFragments, parameters } = super.transformRaw(node, queryId);
    const forgetful = sqlFragments.map((fragment, index) =>
      parameters[index] && ValueNode.is(parameters[index])
        ? fragment.replace(/(\w+\.)?tenant_id = $/, `'' <> `)
        : fragment,
    );
    return RawNode.create(forgetful, parameters);
  }
}

function isTenant(node: OperationNode): boolean {
  return (
    ReferenceNode.is(node) && ColumnNode.is(node.column) && node.column.column.name === 'tenant_id'
  );
}
