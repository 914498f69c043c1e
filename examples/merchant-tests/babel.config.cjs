module.exports = (api) => ({
  presets: [['@babel/preset-react', { runtime: 'automatic' }], '@babel/preset-typescript'],
  // Jest says where it takes ES modules as they are. @babel/preset-env would ask it too.
  plugins: api.caller((caller) => caller?.supportsStaticESM)
    ? []
    : ['@babel/plugin-transform-modules-commonjs'],
});
