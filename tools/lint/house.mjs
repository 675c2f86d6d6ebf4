// Rules of this house that the linter does not bring.

/**
 * @typedef {{ type: string }} Node
 * @typedef {{ id: { typeAnnotation?: Node | null }, init: Node | null }} Declarator
 * @typedef {Node & { declaration?: Statement | null, declarations?: Declarator[] }} Statement
 */

/**
 * A file is read from the top down: what it is for first, its helpers below. Functions that have the type of a value
 * keep it.
 */
const functionDeclarations = {
  create(/** @type {{ report(what: { node: Node, message: string }): void }} */ context) {
    return {
      Program(/** @type {{ body: Statement[] }} */ { body }) {
        for (const statement of body) {
          const { declarations = [] } = statement.declaration ?? statement;
          for (const { id, init } of declarations)
            if (init?.type === 'ArrowFunctionExpression' && !id.typeAnnotation)
              context.report({ node: init, message: 'A function of a module is a function declaration.' });
        }
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'function-declarations': functionDeclarations } };
