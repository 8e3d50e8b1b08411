// The digits move an application, where single keys are used at all and nobody is typing.
const network = document.documentElement.dataset.network

function wanted(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return false
  if (localStorage.getItem(`shortcuts:${network}`) === 'off') return false
  return !event.target.closest('input, textarea, select, [contenteditable]')
}

document.addEventListener('keydown', (event) => {
  if (!wanted(event) || !/^[1-9]$/.test(event.key)) return
  const button = document.querySelector(`[data-key="${event.key}"]`)
  if (button) {
    event.preventDefault()
    button.click()
  }
})

// What is half written stays when something else on the page is pressed, in this tab alone, until it is sent.
const begun = `begun:${location.pathname.split('/').slice(0, 5).join('/')}`
const areas = [...document.querySelectorAll('main form textarea')]
const kept = JSON.parse(sessionStorage.getItem(begun) || '{}')
sessionStorage.removeItem(begun)
for (const area of areas) {
  if (!area.value && kept[area.name]) {
    area.value = kept[area.name]
    area.closest('details')?.setAttribute('open', '')
  }
}
let sent = null
document.addEventListener('submit', (event) => { sent = event.target })
addEventListener('pagehide', () => {
  const left = areas.filter((area) => area.form !== sent && area.value !== area.defaultValue)
  const words = Object.fromEntries(left.map((area) => [area.name, area.value]))
  if (left.length) sessionStorage.setItem(begun, JSON.stringify(words))
})
