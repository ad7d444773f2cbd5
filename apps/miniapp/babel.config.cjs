module.exports = {
  // What no line of ours does, so that what old phones are given stays short: asking for document.all, objects that say otherwise as text, spreading into setters.
  assumptions: { noDocumentAll: true, ignoreToPrimitiveHint: true, setSpreadProperties: true },
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
};
