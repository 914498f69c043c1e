module.exports = {
  testEnvironment: 'jsdom',
  moduleNameMapper: { '^paymentkit-js$': 'paymentkit-js/testing' },
  transformIgnorePatterns: ['/node_modules/(?!paymentkit-js/)'],
};
