export default definePageConfig({ navigationBarTitleText: '解绑' });
