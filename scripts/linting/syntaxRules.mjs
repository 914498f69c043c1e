/** At module scope: in no function, and in no field that an instance sets up for itself. */
const atImport = ':not(:function *):not(PropertyDefinition[static=false] *)';

/** Each is an ESLint selector and what to do instead. */
export const syntaxRules = {
  everywhere: [
    {
      selector: 'ExportAllDeclaration',
      message: 'Name what is exported: `export *` hides the public surface.',
    },
    {
      selector: 'CallExpression[callee.property.name="postMessage"] > Literal[value="*"]',
      message: 'Name the target origin: whoever holds the window would read this.',
    },
    {
      selector:
        'CallExpression[callee.property.name="postMessage"] > ObjectExpression > Property[key.name="targetOrigin"] > Literal[value="*"]',
      message: 'Name the target origin: whoever holds the window would read this.',
    },
  ],

  noMarkupFromStrings: [
    {
      selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
      message: 'Build elements: strings of markup fail under Trusted Types and invite injection.',
    },
    {
      selector:
        'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
      message: 'Build elements: strings of markup fail under Trusted Types and invite injection.',
    },
    {
      selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^writeln?$/]',
      message: 'Build elements: document.write stops the parser.',
    },
    {
      selector:
        'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(style|on.*)$/]',
      message:
        'Set styles through CSSOM and listeners with addEventListener: a strict CSP blocks this.',
    },
    {
      selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
      message: 'Build elements: strings of markup fail under Trusted Types and invite injection.',
    },
  ],

  /** What keeps an unused import at zero bytes in every bundler. */
  inertModuleScope: [
    {
      selector: 'Program > ExpressionStatement:not([directive])',
      message: 'Module scope is inert: move this into a function.',
    },
    {
      selector: `:matches(NewExpression:not([callee.name=/^(Map|Set|WeakMap|WeakSet)$/]), CallExpression, TaggedTemplateExpression, AwaitExpression)${atImport}`,
      message: 'Module scope is inert: make this where it is needed.',
    },
    {
      selector: `TemplateLiteral[expressions.length>0]${atImport}`,
      message: 'Module scope is inert: esbuild keeps a template literal with expressions.',
    },
    {
      selector: ':matches(PropertyDefinition[static=true], StaticBlock)',
      message: 'Module scope is inert: a static field runs at import.',
    },
  ],

  noOwnClasses: [
    {
      selector: 'ClassDeclaration:not([superClass])',
      message: 'Return a handle from a function `createX`: classes are for errors and elements.',
    },
  ],

  testNames: [
    {
      selector:
        ':matches(CallExpression[callee.name=/^(test|it|describe)$/], CallExpression[callee.callee.object.name=/^(test|it|describe)$/]) > Literal:first-child[value=/\\bshould\\b/i]',
      message: 'State what is the case: a test is named after a fact.',
    },
    {
      selector:
        'CallExpression > MemberExpression.callee[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo|fails|fixme)$/]',
      message: 'Every test runs: mend it, or take it out.',
    },
    {
      selector: 'CallExpression[callee.name="describe"] CallExpression[callee.name="describe"]',
      message: 'One level of describe is enough: give the second a file of its own.',
    },
  ],
};
